import { DELIVERY_ACTIONS, KEY_ACTIONS } from '../../constraints/aws-lambda/destination';
import { known, propertyPath, type Delivery, type KeyNode } from '../../topology';
import type { Fix } from '../change';
import { Draft } from '../draft';
import type { FixContext } from '../fix-context';
import type { Fixer, Mended } from '../fixer';
import { grant } from '../grant';
import { valueAt } from '../raw-values';

/** The services that send to the dead-letter queue of a caller in their own name. A schedule sends with its role. */
const PRINCIPALS: Readonly<Record<string, string>> = { 'event-rule': 'events.amazonaws.com', 'sns-subscription': 'sns.amazonaws.com' };

/** Gives a caller a new standard queue for the events that it cannot deliver. */
export const callerQueue: Fixer = (finding, context) => {
  const { key, stack, property } = finding;
  const caller = callerAt(finding, context);
  const draft = new Draft(context);
  if (!caller) {
    return undefined;
  }
  const id = context.newId(stack, `${context.baseName(key)}DeadLetters`);
  const arn = { 'Fn::GetAtt': [id, 'Arn'] };
  draft.add(stack, id, 'AWS::SQS::Queue', {});
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
    return key ? letUseKey(context, key, principal) : new Draft(context).remove(queue.key, 'KmsMasterKeyId').fix('Use the keys of SQS that need no permission.');
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

function letUseKey(context: FixContext, { key }: KeyNode, principal: string): Fix | undefined {
  const statements = valueAt(context.raw(key), propertyPath('KeyPolicy.Statement'));
  return Array.isArray(statements)
    ? new Draft(context)
      .set(key, `KeyPolicy.Statement[${statements.length}]`, { Effect: 'Allow', Principal: { Service: principal }, Action: KEY_ACTIONS.queue, Resource: '*' })
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
    if (key === undefined || context.topology.resources.get(key)?.stack !== stack) {
      return false;
    }
    grant(draft, context, { id: `${id}Policy`, role: key, actions: DELIVERY_ACTIONS.queue, resources: [arn] });
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
  const [policy] = policies;
  if (policy === undefined) {
    draft.add(stack, context.newId(stack, `${id}Policy`), 'AWS::SQS::QueuePolicy', {
      Queues: [{ Ref: id }], PolicyDocument: { Version: '2012-10-17', Statement: [statement] },
    });
    return true;
  }
  // A second policy for the same queue would replace the first.
  const statements = valueAt(context.raw(policy), propertyPath('PolicyDocument.Statement'));
  if (!Array.isArray(statements) || context.topology.resources.get(policy)?.stack !== stack) {
    return false;
  }
  draft.set(policy, `PolicyDocument.Statement[${statements.length}]`, statement);
  return true;
}
