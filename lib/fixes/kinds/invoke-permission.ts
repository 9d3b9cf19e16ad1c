import { INVOKE_ACTION } from '../../constraints/aws-lambda/permission';
import type { Delivery, FunctionTarget } from '../../topology';
import { Draft } from '../draft';
import type { FixContext } from '../fix-context';
import type { Fixer } from '../fixer';
import { grant } from '../grant';

/** The callers that invoke in their own name, and whether Lambda gets the ARN of what declares the call or of what sends the event. */
const PRINCIPALS: Readonly<Record<string, readonly [principal: string, source?: 'origin' | 'from']>> = {
  'event-rule': ['events', 'origin'],
  'iot-rule': ['iot', 'origin'],
  'alarm': ['lambda.alarms.cloudwatch', 'origin'],
  'sns-subscription': ['sns', 'from'],
  'codecommit-trigger': ['codecommit', 'from'],
  // The permission cannot name the bucket, which waits for it.
  's3-notification': ['s3'],
  'log-subscription': ['logs'],
  'ses-receipt-rule': ['ses'],
  'config-rule': ['config'],
  'api-integration': ['apigateway'],
};

/** The callers that are refused without the permission when they are created. */
const NEED_IT_FIRST = ['s3-notification', 'log-subscription', 'config-rule'];

/** Lets a caller invoke its function: by a permission of the function, or by a policy of the caller's role. */
export const invokePermission: Fixer = ({ key, stack, property }, context) => {
  const invocation = context.topology.invocations.find(({ origin, property: target }) => origin.key === key && target === property);
  const to = invocation?.to;
  if (!invocation || to?.kind !== 'function') {
    return undefined;
  }
  const { role } = invocation;
  return role ? byRole(context, stack, invocation, to) : byFunction(context, stack, invocation, to);
};

function byRole(context: FixContext, stack: string, { role, origin }: Delivery, to: FunctionTarget) {
  const key = role?.kind === 'role' ? role.resource : undefined;
  const arn = context.arn(to.resource, stack);
  const node = context.topology.resources.get(key ?? '');
  if (key === undefined || node?.stack !== stack || arn === undefined) {
    return undefined;
  }
  const draft = new Draft(context);
  const resource = to.qualified ? { 'Fn::Join': ['', [arn, ':*']] } : arn;
  grant(draft, { id: `${context.baseName(key)}InvokePolicy`, role: node.logicalId, actions: [INVOKE_ACTION], resources: [resource], for: origin.key });
  return draft.fix(`Allow the role \`${INVOKE_ACTION}\`.`);
}

function byFunction(context: FixContext, stack: string, invocation: Delivery, to: FunctionTarget) {
  const { kind, origin, from, property } = invocation;
  const [principal, source] = PRINCIPALS[kind] ?? [];
  const written = context.written(origin.key, property);
  const fn = written ?? (to.qualified ? undefined : context.arn(to.resource, stack));
  if (principal === undefined || fn === undefined || JSON.stringify(fn).includes('"Fn::If"')) {
    return undefined;
  }
  const sender = source === 'from' && from && from.kind !== 'unknown' ? from.resource : source === 'origin' ? origin.key : undefined;
  const sourceArn = context.arn(sender, stack);
  const draft = new Draft(context);
  const id = draft.add({
    id: `${context.baseName(origin.key)}Permission`,
    type: 'AWS::Lambda::Permission',
    properties: {
      FunctionName: fn,
      Action: INVOKE_ACTION,
      Principal: `${principal}.amazonaws.com`,
      ...sourceArn === undefined ? { SourceAccount: { Ref: 'AWS::AccountId' } } : { SourceArn: sourceArn },
    },
    for: origin.key,
  });
  return (NEED_IT_FIRST.includes(kind) ? draft.wait(origin.key, id) : draft).fix(`Let ${principal}.amazonaws.com invoke it.`);
}
