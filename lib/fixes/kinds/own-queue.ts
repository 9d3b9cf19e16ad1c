import { DELIVERY_ACTIONS } from '../../constraints/aws-lambda/destination';
import type { FunctionNode } from '../../topology';
import { Draft } from '../draft';
import type { FixContext } from '../fix-context';
import type { Fixer } from '../fixer';
import { grant } from '../grant';
import { addedConfig } from '../new-config';
import { functionAt, unconfigured } from '../places';

const DESTINATION = 'DestinationConfig.OnFailure.Destination';

/** Sends the records of a config to a new standard queue. Without a config, adds one. */
export const ownQueue: Fixer = ({ key, stack, property, value }, context) => {
  const config = context.topology.configs.find(each => each.key === key);
  const fn = functionAt(context, key);
  const draft = new Draft(context);
  if (config && fn?.stack === stack) {
    const side = /success/i.test(property) ? 'Successes' : 'Failures';
    const { arn, policy } = queueFor(draft, context, fn, side, key) ?? {};
    draft.set(key, property, arn);
    return (policy === undefined ? draft : draft.wait(key, policy)).fix(summaryOf(context, fn, side.toLowerCase()));
  }
  const missing = unconfigured(context, key, value);
  if (!fn || !missing) {
    return undefined;
  }
  const added = addedConfig(context, fn, missing.qualifier);
  if (added !== undefined && context.written(added, DESTINATION) !== undefined) {
    return draft.buildUpon(added).fix('Give it a config of its own.');
  }
  const { arn, policy } = queueFor(draft, context, fn, 'Failures', missing.named) ?? {};
  if (!arn) {
    return undefined;
  }
  if (added !== undefined) {
    draft.set(added, DESTINATION, arn);
    return (policy === undefined ? draft : draft.wait(added, policy)).fix(summaryOf(context, fn, 'failures'));
  }
  draft.add({
    id: `${context.baseName(missing.named)}AsyncConfig`,
    type: 'AWS::Lambda::EventInvokeConfig',
    properties: { FunctionName: { Ref: fn.logicalId }, Qualifier: missing.qualifier, DestinationConfig: { OnFailure: { Destination: arn } } },
    for: missing.named,
    waitsFor: policy,
  });
  return draft.fix(summaryOf(context, fn, 'failures'));
};

/** Sends the dead letters of a function to a new standard queue. */
export const ownDeadLetterQueue: Fixer = ({ key, property }, context) => {
  const fn = context.topology.functions.get(key);
  const draft = new Draft(context);
  const { arn, policy } = fn && queueFor(draft, context, fn, 'DeadLetters', key) || {};
  draft.set(key, property, arn);
  return (policy === undefined ? draft : draft.wait(key, policy)).fix(summaryOf(context, fn, 'dead letters'));
};

/** A role outside of the app has to be given its permission there. */
function summaryOf(context: FixContext, fn: FunctionNode | undefined, records: string): string {
  const isOfApp = context.roleOf(fn) !== undefined;
  return `Send ${records} to a new standard queue${isOfApp ? '' : `, and allow \`${DELIVERY_ACTIONS.queue.join(', ')}\` to the role of the function`}.`;
}

/** Adds a queue to the stack of a function for what sends to it, and a policy if its role is of the app. */
function queueFor(
  draft: Draft, context: FixContext, fn: FunctionNode, purpose: string, sender: string,
): { readonly arn: unknown; readonly policy?: string } | undefined {
  const { stack } = fn;
  const role = context.roleOf(fn);
  const node = context.topology.resources.get(role ?? '');
  if (node && node.stack !== stack) {
    return undefined;
  }
  const id = draft.add({ id: `${context.baseName(fn.key)}${purpose}`, type: 'AWS::SQS::Queue', properties: {}, for: sender });
  const arn = { 'Fn::GetAtt': [id, 'Arn'] };
  const policy = { id: `${id}Policy`, actions: DELIVERY_ACTIONS.queue, resources: [arn], for: sender };
  return { arn, policy: node && grant(draft, { ...policy, role: node.logicalId }) };
}
