import { readTemplates, type Topology } from '../../lib/topology';

/** A stack environment that the app fixes. */
export const FIXED = 'aws://123456789012/eu-west-1';

/** Reads resources as the only stack, `S`, of an app. */
export function resources(
  declared: Record<string, unknown>,
  sections: Record<string, unknown> = {},
  environment: string | undefined = FIXED,
): Topology {
  return readTemplates([{ name: 'S', template: { Resources: declared, ...sections }, environment }]);
}

/** A queue whose name is an expression: what the expression yields can be read there. */
export function valueOf(expression: unknown, sections: Record<string, unknown> = {}, declared: Record<string, unknown> = {}, environment?: string) {
  const probe = { Type: 'AWS::SQS::Queue', Properties: { QueueName: expression } };
  return resources({ ...declared, Probe: probe }, sections, environment ?? FIXED).queues.get('S.Probe')!.name;
}

/** A resource of a type, for short. */
export function resource(type: string, properties?: unknown, rest: Record<string, unknown> = {}) {
  return { Type: `AWS::${type}`, Properties: properties, ...rest };
}
