import type { CustomResourceNode } from './nodes/resource';
import type { Reader } from './reader';
import { RESOURCE_TYPE } from '../contract/custom-resource';

/** The types of custom resources whose effects the topology contains. */
export const READ_CUSTOM_RESOURCES: readonly string[] = [
  RESOURCE_TYPE.invocation,
  RESOURCE_TYPE.asyncInvokeConfig,
  RESOURCE_TYPE.asyncInvokeConfigLookup,
];

/** Types of custom resources that put no configs and attach no policies, or whose effects the topology contains. */
const HARMLESS: readonly string[] = [...READ_CUSTOM_RESOURCES, 'Custom::S3BucketNotifications', 'Custom::LogRetention', 'Custom::Trigger'];

/** Whether a type is that of custom resources with unknown effects. */
export function hasUnknownEffects(type: string): boolean {
  return isCustom(type) && !HARMLESS.includes(type);
}

function isCustom(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}

/** The keys of the resources to which custom resources with unknown effects refer, each with the key of one of those. */
export function touchedByCustomResources(reader: Reader): ReadonlyMap<string, string> {
  const types = [...reader.types()].filter(hasUnknownEffects);
  return new Map(reader.all(...types).flatMap(({ raw, stack, origin }) => raw.mentions.map(id => [`${stack.id}.${id}`, origin.key] as const)));
}

/** All custom resources of an app. */
export function customResources(reader: Reader): CustomResourceNode[] {
  const types = new Set([...reader.types()].filter(isCustom));
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
