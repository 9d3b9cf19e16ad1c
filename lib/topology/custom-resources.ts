import type { CustomResourceNode } from './nodes/resource';
import type { Reader } from './reader';
import { RESOURCE_TYPE } from '../contract/custom-resource';

/** The types of custom resources whose effects the topology contains. */
export const READ_CUSTOM_RESOURCES: readonly string[] = [
  RESOURCE_TYPE.invocation,
  RESOURCE_TYPE.asyncInvokeConfig,
  RESOURCE_TYPE.asyncInvokeConfigLookup,
];

/** All custom resources of an app. */
export function customResources(reader: Reader): CustomResourceNode[] {
  const types = new Set([...reader.types()].filter(type => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource'));
  return types.size === 0 ? [] : reader.everything()
    .filter(({ raw: { type } }) => types.has(type))
    .map(declared => {
      const { origin, properties } = declared;
      const tree = properties.tree();
      return {
        serviceToken: reader.named(properties.required('ServiceToken'), declared),
        properties: tree?.kind === 'map' ? tree.entries : new Map(),
        ...origin,
      };
    });
}
