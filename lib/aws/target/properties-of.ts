import type { CfnResource } from 'aws-cdk-lib';

/** The properties of a resource, in which references are still tokens. */
export function propertiesOf(resource: CfnResource): Readonly<Record<string, any>> {
  const { cfnProperties } = resource as unknown as { readonly cfnProperties?: Readonly<Record<string, any>> };
  return cfnProperties ?? {};
}
