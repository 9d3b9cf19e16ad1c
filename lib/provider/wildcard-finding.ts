import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Acknowledges the cdk-nag finding for a resource with a wildcard in the policies of a scope.
 *
 * cdk-nag names the finding after the resource in the template. A resource of another stack has that name only at
 * synth, so its finding stays.
 */
export function acknowledgeWildcard(scope: IConstruct, resource: string, reason: string): void {
  // `acknowledge()` of older releases refuses the `:::` of an ARN, which the name of the finding has.
  scope.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, {
    [`AwsSolutions-IAM5[Resource::${flattened(Stack.of(scope).resolve(resource))}]`]: reason,
  });
}

/** A template value as cdk-nag writes it in the name of a finding. */
function flattened(value: any): string {
  if (value['Fn::Join']) {
    return value['Fn::Join'][1].map(flattened).join(value['Fn::Join'][0]);
  }
  const reference: string | undefined = value.Ref ?? value['Fn::GetAtt']?.join('.');
  return reference ? `<${reference}>` : String(value);
}
