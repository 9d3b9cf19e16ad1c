import {
  Duration,
  aws_events as events,
  aws_events_targets as targets,
  aws_lambda as lambda,
  aws_lambda_destinations as destinations,
  aws_logs as logs,
  aws_logs_destinations as logsDestinations,
  aws_s3 as s3,
  aws_s3_notifications as notifications,
  aws_sns as sns,
  aws_sqs as sqs,
  aws_stepfunctions as sfn,
  aws_stepfunctions_tasks as tasks,
  type Stack,
} from 'aws-cdk-lib';
import { alarmNames } from './fixture';
import { AsyncInvokeAlarms, DeployTimeInvocation, InvocationType } from '../../../lib';
import { agnosticStack, CODE, fn } from '../fixture';

/** The alarms of a function with a config for `$LATEST` only, and with an alias. */
function alarms(invoke: (stack: Stack, alias: lambda.Alias) => unknown): string[] {
  const stack = agnosticStack();
  const orders = fn(stack, 'Orders', { onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Failed')) });
  new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
  invoke(stack, orders.addAlias('live'));
  return alarmNames(stack);
}

test.each<[string, (stack: Stack, alias: lambda.Alias) => unknown]>([
  ['a rule', (stack, alias) => new events.Rule(stack, 'Rule', { schedule: events.Schedule.rate(Duration.days(1)), targets: [new targets.LambdaFunction(alias)] })],
  ['a bucket', (stack, alias) => new s3.Bucket(stack, 'B').addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(alias))],
  ['a log group', (stack, alias) => new logs.LogGroup(stack, 'Logs').addSubscriptionFilter('Filter', {
    destination: new logsDestinations.LambdaDestination(alias), filterPattern: logs.FilterPattern.allEvents(),
  })],
  ['another function', (stack, alias) => new lambda.Function(stack, 'Other', { ...CODE, onSuccess: new destinations.LambdaDestination(alias) })],
  ['a topic that has the subscription itself', (stack, alias) => new sns.CfnTopic(stack, 'Topic', { subscription: [{ protocol: 'lambda', endpoint: alias.functionArn }] })],
  ['a state machine', (stack, alias) => new sfn.StateMachine(stack, 'Machine', {
    definitionBody: sfn.DefinitionBody.fromChainable(new tasks.LambdaInvoke(stack, 'Task', { lambdaFunction: alias, invocationType: tasks.LambdaInvocationType.EVENT })),
  })],
  ['the deployment', (stack, alias) => new DeployTimeInvocation(stack, 'Call', { function: alias, invocationType: InvocationType.EVENT })],
])('events that %s sends to an alias without a config are perhaps lost', (_, invoke) => {
  expect(alarms(invoke)).toContain('EventsPerhapsLost');
});

test('nothing is perhaps lost if nothing sends events to the alias', () => {
  expect(alarms(() => undefined)).not.toContain('EventsPerhapsLost');
});
