import { statementOf, statementsOf, type Statement } from './statement';
import { append, typeOf } from '../assembly/app';
import type { KeyNode } from '../nodes/store';
import type { Declared, Reader } from '../reader';
import { cut } from '../values/arn';
import { declaredType } from '../values/declared-types';
import { known, partsOf, type Text } from '../values/value';

/** The types of resource policies, the property that names the resources, and the type of these. */
const POLICIES: ReadonlyArray<readonly [type: string, property: string, on: string]> = [
  ['AWS::SQS::QueuePolicy', 'Queues', 'AWS::SQS::Queue'],
  ['AWS::SQS::QueueInlinePolicy', 'Queue', 'AWS::SQS::Queue'],
  ['AWS::SNS::TopicPolicy', 'Topics', 'AWS::SNS::Topic'],
  ['AWS::SNS::TopicInlinePolicy', 'TopicArn', 'AWS::SNS::Topic'],
  ['AWS::S3::BucketPolicy', 'Bucket', 'AWS::S3::Bucket'],
  ['AWS::Events::EventBusPolicy', 'EventBusName', 'AWS::Events::EventBus'],
];

/** The statements of policies on queues, topics, buckets and buses, by the key of the resource. */
export function resourcePolicies(reader: Reader): Map<string, Statement[]> {
  const policies = new Map<string, Statement[]>();
  const strays = new Map<string, Statement[]>();
  for (const [type, property, on] of POLICIES) {
    for (const policy of reader.all(type)) {
      const statements = statementsIn(reader, policy);
      for (const name of policy.properties.get(property).texts()) {
        const key = resourceNamed(reader, policy, on, name);
        for (const statement of statements) {
          if (key !== undefined) {
            append(policies, key, statement);
          } else {
            append(strays, on, { ...statement, conditional: true });
          }
        }
      }
    }
  }
  for (const [type, statements] of strays) {
    addToEach(reader.all(type), statements, policies);
  }
  return policies;
}

/** Adds a policy for an unknown resource to every resource of the type. */
function addToEach(stores: readonly Declared[], strays: Statement[], policies: Map<string, Statement[]>): void {
  for (const { origin: { key } } of stores) {
    const own = policies.get(key);
    policies.set(key, own ? [...own, ...strays] : strays);
  }
}

/** The statements of a policy. A bus policy has one statement instead of a document, or its own properties instead. */
function statementsIn(reader: Reader, { origin, properties }: Declared): Statement[] {
  if (origin.type !== 'AWS::Events::EventBusPolicy') {
    return statementsOf(reader, properties.get('PolicyDocument'), origin);
  }
  return properties.has('Statement') ? statementsOf(reader, properties, origin) : [statementOf(reader, properties, origin)];
}

/** The resource that a policy names: a queue by URL, a topic by ARN, a bucket or bus by name. */
function resourceNamed(reader: Reader, policy: Declared, type: string, name: Text): string | undefined {
  if (name.kind === 'unknown') {
    return undefined;
  }
  if (name.kind === 'reference') {
    return typeOf(reader.app, name.resource) === type ? name.resource : undefined;
  }
  if (known(reader.fields(name)[0]) === 'arn') {
    const target = reader.named(name, policy);
    return target.kind === 'unknown' ? undefined : target.resource;
  }
  return reader.resourceNamed(declaredType(type)!.service, cut(partsOf(name), '/').at(-1)!, policy);
}

/** The keys of the app with their policies. */
export function keys(reader: Reader): KeyNode[] {
  return reader.all('AWS::KMS::Key').map(({ origin, properties }) => ({
    policy: statementsOf(reader, properties.get('KeyPolicy'), origin),
    ...origin,
  }));
}
