import { DELIVERY_ACTIONS, KEY_ACTIONS } from '../../constraints/aws-lambda/destination';
import { known, propertyPath, type Delivery, type KeyNode } from '../../topology';
import type { Fix } from '../change';
import { Draft } from '../draft';
import type { FixContext } from '../fix-context';
import type { Fixer, Mended } from '../fixer';
import { grant } from '../grant';
import { valueAt } from '../raw-values';
import { referencesIn } from '../references';

/** The services that send to the dead-letter queue of a caller in their own name. A schedule sends with its role. */
const PRINCIPALS: Readonly<Record<string, string>> = { 'event-rule': 'events.amazonaws.com', 'sns-subscription': 'sns.amazonaws.com' };

/** Gives a caller a new standard queue for the events that it cannot deliver. */
export const callerQueue: Fixer = (finding, context) => {
  const { key, property } = finding;
  const caller = callerAt(finding, context);
  const draft = new Draft(context);
  if (!caller) {
    return undefined;
  }
  const id = draft.add({ id: `${context.baseName(key)}DeadLetters`, type: 'AWS::SQS::Queue', properties: {}, for: key });
  const arn = { 'Fn::GetAtt': [id, 'Arn'] };
  return letIn(draft, context, caller, { id, arn, policies: [] })
    ? draft.set(key, property, arn).fix('Keep what cannot be delivered in a new standard queue.')
    : undefined;
};

/** Lets a caller send to its dead-letter queue, or use the key of the queue. */
export const callerQueuePermission: Fixer = (finding, context) => {
  const { topology } = context;
  const caller = callerAt(finding, context);
  const target = caller?.deadLetterQueue;
  const queue = target && target.kind !== 'unknown' ? topology.queues.get(target.resource ?? '') : undefined;
  if (!caller || queue?.stack !== finding.stack) {
    return undefined;
  }
  const principal = PRINCIPALS[caller.kind];
  const key = queue.encryptionKey?.kind === 'key' ? topology.keys.get(queue.encryptionKey.resource ?? '') : undefined;
  const isLetIn = principal !== undefined && queue.policy.some(({ principals = [] }) => principals.some(each => known(each) === principal));
  if (isLetIn) {
    return key ? letUseKey(context, key, principal, finding.key) : new Draft(context).remove(queue.key, 'KmsMasterKeyId').fix('Use the keys of SQS that need no permission.');
  }
  // The key would need a permission, too.
  if (valueAt(context.raw(queue.key), ['Properties', 'KmsMasterKeyId']) !== undefined) {
    return undefined;
  }
  const draft = new Draft(context);
  const policies = [...new Set(queue.policy.map(({ origin }) => origin))];
  return letIn(draft, context, caller, { id: queue.logicalId, arn: context.arn(queue.key, queue.stack), policies })
    ? draft.fix('Let the caller send to the queue.')
    : undefined;
};

function letUseKey(context: FixContext, { key }: KeyNode, principal: string, caller: string): Fix | undefined {
  const statements = valueAt(context.raw(key), propertyPath('KeyPolicy.Statement'));
  return Array.isArray(statements)
    ? new Draft(context)
      .append(key, 'KeyPolicy.Statement', { Effect: 'Allow', Principal: { Service: principal }, Action: KEY_ACTIONS.queue, Resource: '*' }, caller)
      .fix('Let the caller use the key of the queue.')
    : undefined;
}

/** The invocation that a dead-letter queue is for. */
function callerAt({ key, property }: Mended, { topology }: FixContext): Delivery | undefined {
  const target = property.replace(/\.?(DeadLetterConfig|RedrivePolicy)\b.*$/, '');
  return topology.invocations.find(({ origin, property: invoked }) => origin.key === key && (target === '' || invoked.startsWith(`${target}.`)));
}

interface Queue {
  readonly id: string;
  readonly arn: unknown;

  /** The resources with its policy. */
  readonly policies: readonly string[];
}

/** Allows the delivery; `false` if that is not certain. */
function letIn(draft: Draft, context: FixContext, { kind, origin, from, role }: Delivery, { id, arn, policies }: Queue): boolean {
  const { stack } = origin;
  const principal = PRINCIPALS[kind];
  if (principal === undefined) {
    const key = role?.kind === 'role' ? role.resource : undefined;
    const node = context.topology.resources.get(key ?? '');
    if (node?.stack !== stack) {
      return false;
    }
    grant(draft, { id: `${id}Policy`, role: node.logicalId, actions: DELIVERY_ACTIONS.queue, resources: [arn], for: origin.key });
    return true;
  }
  const source = context.arn(kind === 'event-rule' ? origin.key : from && from.kind !== 'unknown' ? from.resource : undefined, stack);
  const statement = {
    Effect: 'Allow',
    Principal: { Service: principal },
    Action: DELIVERY_ACTIONS.queue[0],
    Resource: arn,
    ...source === undefined ? {} : { Condition: { ArnEquals: { 'aws:SourceArn': source } } },
  };
  const Queues = [{ Ref: id }];
  // A second policy for the same queue would replace the first.
  const policy = policies[0] ?? context.added(stack, 'AWS::SQS::QueuePolicy', properties => referencesIn(valueAt(properties, ['Queues'])).includes(id));
  if (policy === undefined) {
    draft.add({ id: `${id}Policy`, type: 'AWS::SQS::QueuePolicy', properties: { Queues, PolicyDocument: { Version: '2012-10-17', Statement: [statement] } }, for: origin.key });
    return true;
  }
  if ((context.topology.resources.get(policy)?.stack ?? stack) !== stack) {
    return false;
  }
  draft.append(policy, 'PolicyDocument.Statement', statement, origin.key);
  return true;
}
