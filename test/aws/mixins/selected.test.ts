import { Aws, CfnCondition, Fn, Lazy, Mixins, Stack, aws_events as events, aws_events_targets as targets, aws_lambda as lambda, aws_sns as sns, aws_sqs as sqs } from 'aws-cdk-lib';
import { mixins } from '../../../lib';
import { ENV, functionIn } from '../../topology/synthesized';
import { newApp } from '../validated';

function adopted(configure: (stack: Stack, fn: lambda.CfnFunction, rule: events.CfnRule) => void): string[] {
  const stack = new Stack(newApp(), 'S', { env: ENV });
  const fn = functionIn(stack, 'Fn');
  const rule = new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn)] });
  configure(stack, fn.node.defaultChild as lambda.CfnFunction, rule.node.defaultChild as events.CfnRule);
  const mixin = new mixins.FunctionFailureDestination();
  Mixins.of(stack).apply(mixin);
  (stack.node.root as ReturnType<typeof newApp>).synth();
  return mixin.report.map(({ outcome, detail }) => `${outcome}: ${detail}`);
}

const UNDELIVERED = 'ADDED: undelivered events go to S/Fn/AsyncUndeliveredQueue';
const ADDED = ['ADDED: failures go to S/Fn/AsyncFailureQueue', UNDELIVERED];

test.each<[string, (stack: Stack) => unknown]>([
  ['an empty config', () => ({})],
  ['an empty ARN', () => ({ targetArn: '' })],
  ['a config that is made late, without an ARN', () => Lazy.any({ produce: () => ({}) })],
  ['a config under a condition', stack => {
    new CfnCondition(stack, 'HasQueue', { expression: Fn.conditionEquals('a', 'b') });
    return Fn.conditionIf('HasQueue', { TargetArn: new sqs.Queue(stack, 'Dead').queueArn }, Aws.NO_VALUE);
  }],
])('gives a function a failure destination with %s in place of a dead-letter queue', (_, config) => {
  expect(adopted((stack, fn) => {
    fn.deadLetterConfig = config(stack) as lambda.CfnFunction.DeadLetterConfigProperty;
  })).toEqual(ADDED);
});

test('leaves a function with a dead-letter queue', () => {
  expect(adopted((stack, fn) => {
    fn.deadLetterConfig = { targetArn: new sqs.Queue(stack, 'Dead').queueArn };
  })).toEqual(['LEFT: it has a dead-letter queue', UNDELIVERED]);
});

test.each([[{}], [{ arn: '' }]])('gives a rule a dead-letter queue with %j in place of one', deadLetterConfig => {
  expect(adopted((_, fn, rule) => {
    rule.targets = [{ id: 'a', arn: fn.attrArn, deadLetterConfig }];
  })).toEqual(ADDED);
});

test('gives a subscription a dead-letter queue with an empty redrive policy in place of one', () => {
  expect(adopted((stack, fn) => {
    new sns.CfnSubscription(stack, 'Subscription', { topicArn: new sns.Topic(stack, 'Topic').topicArn, protocol: 'lambda', endpoint: fn.attrArn, redrivePolicy: {} });
  })).toEqual([...ADDED, UNDELIVERED]);
});
