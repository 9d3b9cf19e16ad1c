import { join } from 'node:path';
import {
  aws_cloudwatch_actions as actions,
  aws_events as events,
  aws_events_targets as targets,
  aws_lambda as lambda,
  aws_scheduler as scheduler,
  aws_scheduler_targets as schedulerTargets,
  aws_sns as sns,
  aws_sns_subscriptions as subscriptions,
  aws_sqs as sqs,
  CfnCondition,
  Duration,
  Fn,
  Mixins,
  Stack,
  type CfnResource,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { AsyncDestination, mixins } from '../../../lib';
import { ENV, functionIn } from '../../topology/synthesized';
import { brokenReferences, existing } from '../broken-references';
import { resources } from '../fixture';
import { newApp } from '../validated';

function newStack(): Stack {
  return new Stack(newApp(), 'S', { env: ENV });
}

function condition(stack: Stack, id: string): CfnCondition {
  return new CfnCondition(stack, id, { expression: Fn.conditionEquals(Fn.ref('AWS::StackName'), id) });
}

/** Puts resources under a condition, as CfnInclude and escape hatches do. */
function only(where: CfnCondition, ...constructs: { readonly node: { findAll(): any[] } }[]): void {
  for (const resource of constructs.flatMap(({ node }) => node.findAll())) {
    if ('cfnOptions' in resource) {
      (resource as CfnResource).cfnOptions.condition = where;
    }
  }
}

function adopt(stack: Stack, props?: mixins.FunctionFailureDestinationProps, alarms?: mixins.FunctionAsyncAlarmsProps): void {
  Mixins.of(stack).apply(new mixins.FunctionFailureDestination(props), new mixins.FunctionAsyncAlarms(alarms));
}

const QUEUES: [string, mixins.FunctionFailureDestinationProps][] = [
  ['a queue for each function', {}],
  ['a queue for each stack', { queues: mixins.FailureQueues.PER_STACK }],
];

test.each(QUEUES)('completes an included template under a condition, with %s', (_, props) => {
  const stack = newStack();
  new CfnInclude(stack, 'Inc', { templateFile: join(__dirname, 'conditional.template.json') });
  adopt(stack, props);
  expect(brokenReferences(stack)).toEqual([]);
  // Queues that functions share are there for those without a condition.
  const shared = existing(stack).filter(resource => resource !== 'AWS::IAM::Role Role');
  expect(shared).toEqual('queues' in props ? ['AsyncFailureQueue', 'AsyncUndeliveredQueue'].flatMap(queue => [
    `AWS::CloudWatch::Alarm ${queue}AsyncInvokeQueueAlarmsExpiring`, `AWS::CloudWatch::Alarm ${queue}AsyncInvokeQueueAlarmsNotEmpty`,
    `AWS::SQS::Queue ${queue}`, `AWS::SQS::QueuePolicy ${queue}Policy`,
  ]).sort() : []);
});

test.each(QUEUES)('completes callers with conditions of their own, with %s', (_, props) => {
  const stack = newStack();
  const fn = functionIn(stack, 'Fn');
  const topic = new sns.Topic(stack, 'Topic');
  const rule = new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn)] });
  const schedule = new scheduler.Schedule(stack, 'Schedule', {
    schedule: scheduler.ScheduleExpression.rate(Duration.days(1)), target: new schedulerTargets.LambdaInvoke(fn),
  });
  topic.addSubscription(new subscriptions.LambdaSubscription(fn));
  only(condition(stack, 'HasRule'), rule);
  only(condition(stack, 'HasSchedule'), schedule);
  only(condition(stack, 'HasTopic'), topic, fn.node.findChild('Topic'), ...fn.node.children.filter(({ node }) => node.id.startsWith('AllowInvoke')));
  adopt(stack, props);
  expect(brokenReferences(stack)).toEqual([]);
  const always = existing(stack);
  expect(existing(stack, 'HasRule').filter(resource => !always.includes(resource))).toEqual([
    'AWS::CloudWatch::Alarm FnAsyncInvokeAlarmsSenderFailedSRule',
    'AWS::Events::Rule Rule',
    'AWS::Lambda::Permission RuleAllowEventRuleSFn8C14A72D',
  ]);
});

test('completes a config that always exists with a destination under a condition', () => {
  const stack = newStack();
  const fn = functionIn(stack, 'Fn', { retryAttempts: 0 });
  const queue = new sqs.Queue(stack, 'Failed');
  only(condition(stack, 'HasQueue'), queue);
  adopt(stack, { onFailure: AsyncDestination.queue(queue) });
  expect(brokenReferences(stack)).toEqual([]);
  expect(Object.values(resources(stack, 'AWS::Lambda::EventInvokeConfig'))).toEqual([expect.objectContaining({
    Properties: expect.objectContaining({
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::If': ['HasQueue', { 'Fn::GetAtt': [stack.getLogicalId(queue.node.defaultChild as sqs.CfnQueue), 'Arn'] }, ''] } } },
    }),
  })]);
  expect(fn.node.findChild('DestinationPolicy')).toBeDefined();
});

test('completes a caller without a condition that names its function by a literal', () => {
  const stack = newStack();
  const fn = functionIn(stack, 'Fn', { functionName: 'orders' });
  const rule = new events.CfnRule(stack, 'Rule', {
    scheduleExpression: 'rate(1 day)', targets: [{ id: 'a', arn: `arn:aws:lambda:${ENV.region}:${ENV.account}:function:orders` }],
  });
  only(condition(stack, 'HasFunction'), fn.node.defaultChild!);
  adopt(stack);
  expect(brokenReferences(stack)).toEqual([]);
  const queue = stack.getLogicalId(fn.node.findChild('AsyncUndeliveredQueue').node.defaultChild as sqs.CfnQueue);
  expect(stack.resolve(rule.targets)).toEqual([
    expect.objectContaining({ deadLetterConfig: { 'Fn::If': ['HasFunction', { arn: { 'Fn::GetAtt': [queue, 'Arn'] } }, { Ref: 'AWS::NoValue' }] } }),
  ]);
});

test('combines the conditions of a function, an alias and the actions of alarms', () => {
  const stack = newStack();
  const fn = functionIn(stack, 'Fn');
  const alias = new lambda.CfnAlias(stack, 'Live', { functionName: fn.functionName, functionVersion: '1', name: 'live' });
  const rule = new events.CfnRule(stack, 'Rule', { scheduleExpression: 'rate(1 day)', targets: [{ id: 'a', arn: alias.ref }] });
  const topic = new sns.Topic(stack, 'OnCall');
  only(condition(stack, 'IsProd'), fn.node.defaultChild!);
  only(condition(stack, 'IsLive'), alias, rule);
  only(condition(stack, 'IsPaged'), topic);
  adopt(stack, {}, { critical: { alarmActions: [new actions.SnsAction(topic)] } });
  const { Resources } = Template.fromStack(stack).toJSON();
  const of = (type: RegExp) => [...new Set(Object.values<any>(Resources).filter(({ Type }) => type.test(Type)).map(({ Condition }) => Condition.replace(/[0-9A-F]{8}$/, '')))];
  expect(of(/EventInvokeConfig/)).toEqual(['AsyncInvokeConditionsSIsLiveandSIsProd']);
  expect(of(/Queue$/)).toEqual(['IsProd']);
  expect(of(/IAM::Policy/)).toEqual(['IsProd']);
  expect(of(/Alarm/)).toEqual(expect.arrayContaining(['AsyncInvokeConditionsSIsPagedandSIsProd', 'IsProd']));
});
