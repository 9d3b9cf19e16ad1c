import { DELIVERY_ACTIONS } from '../../constraints/aws-lambda/destination';
import type { FunctionNode } from '../../topology';
import { Draft } from '../draft';
import type { FixContext } from '../fix-context';
import type { Fixer } from '../fixer';
import { grant } from '../grant';
import { functionAt, unconfigured } from '../places';

/** Sends the records of a config to a new standard queue. Without a config, adds one. */
export const ownQueue: Fixer = ({ key, stack, property, value }, context) => {
  const config = context.topology.configs.find(each => each.key === key);
  const fn = functionAt(context, key);
  const draft = new Draft(context);
  if (config && fn?.stack === stack) {
    const side = /success/i.test(property) ? 'Successes' : 'Failures';
    const { arn, policy } = queueFor(draft, context, fn, side) ?? {};
    draft.set(key, property, arn);
    return (policy === undefined ? draft : draft.wait(key, policy)).fix(summaryOf(context, fn, side.toLowerCase()));
  }
  const missing = unconfigured(context, key, value);
  const { arn, policy } = fn && missing && queueFor(draft, context, fn, 'Failures') || {};
  if (!fn || !missing || !arn) {
    return undefined;
  }
  draft.add(stack, context.newId(stack, `${context.baseName(missing.named)}AsyncConfig`), 'AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: fn.logicalId },
    Qualifier: missing.qualifier,
    DestinationConfig: { OnFailure: { Destination: arn } },
  }, policy);
  return draft.fix(summaryOf(context, fn, 'failures'));
};

/** Sends the dead letters of a function to a new standard queue. */
export const ownDeadLetterQueue: Fixer = ({ key, property }, context) => {
  const fn = context.topology.functions.get(key);
  const draft = new Draft(context);
  const { arn, policy } = fn && queueFor(draft, context, fn, 'DeadLetters') || {};
  draft.set(key, property, arn);
  return (policy === undefined ? draft : draft.wait(key, policy)).fix(summaryOf(context, fn, 'dead letters'));
};

/** A role outside of the app has to be given its permission there. */
function summaryOf(context: FixContext, fn: FunctionNode | undefined, records: string): string {
  const isOfApp = context.roleOf(fn) !== undefined;
  return `Send ${records} to a new standard queue${isOfApp ? '' : `, and allow \`${DELIVERY_ACTIONS.queue.join(', ')}\` to the role of the function`}.`;
}

/** Adds a queue to the stack of a function, and a policy if its role is of the app. */
function queueFor(draft: Draft, context: FixContext, fn: FunctionNode, purpose: string): { arn: unknown; policy?: string } | undefined {
  const { stack } = fn;
  const role = context.roleOf(fn);
  if (role !== undefined && context.topology.resources.get(role)!.stack !== stack) {
    return undefined;
  }
  const id = context.newId(stack, `${context.baseName(fn.key)}${purpose}`);
  const arn = { 'Fn::GetAtt': [id, 'Arn'] };
  draft.add(stack, id, 'AWS::SQS::Queue', {});
  return { arn, policy: role && grant(draft, context, { id: `${id}Policy`, role, actions: DELIVERY_ACTIONS.queue, resources: [arn] }) };
}
