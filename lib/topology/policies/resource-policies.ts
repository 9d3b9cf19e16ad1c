import { statementsOf, type Statement } from './statement';
import { append } from '../assembly/app';
import type { Reader } from '../reader';
import type { KeyNode } from '../topology';
import type { Text } from '../values/value';

/** The types that put a policy on resources, and the properties that name them. */
const POLICIES: Readonly<Record<string, string>> = {
  'AWS::SQS::QueuePolicy': 'Queues',
  'AWS::SQS::QueueInlinePolicy': 'Queue',
  'AWS::SNS::TopicPolicy': 'Topics',
  'AWS::SNS::TopicInlinePolicy': 'TopicArn',
  'AWS::S3::BucketPolicy': 'Bucket',
  'AWS::Events::EventBusPolicy': 'EventBusName',
};

/** What the policies on queues, topics, buckets and buses say, by the key of the resource. */
export function resourcePolicies(reader: Reader): Map<string, Statement[]> {
  const policies = new Map<string, Statement[]>();
  for (const [type, property] of Object.entries(POLICIES)) {
    for (const policy of reader.all(type)) {
      // A policy of a bus has its one statement in the place of a document.
      const document = type === 'AWS::Events::EventBusPolicy' ? policy.properties : policy.properties.get('PolicyDocument');
      const statements = statementsOf(reader, document, policy.origin);
      for (const name of policy.properties.get(property).texts()) {
        const key = resourceOf(name);
        for (const statement of key === undefined ? [] : statements) append(policies, key!, statement);
      }
    }
  }
  return policies;
}

/** Queues are named by URL, topics by ARN, buckets and buses by name: of a declared resource, all are references to it. */
function resourceOf(name: Text): string | undefined {
  return name.kind === 'reference' ? name.resource : undefined;
}

/** The keys of the app with their policies. */
export function keys(reader: Reader): KeyNode[] {
  return reader.all('AWS::KMS::Key').map(({ origin, properties }) => ({
    policy: statementsOf(reader, properties.get('KeyPolicy'), origin),
    ...origin,
  }));
}
