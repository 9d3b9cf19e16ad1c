import {
  App,
  CfnResource,
  Duration,
  Stack,
  aws_cloudwatch as cloudwatch,
  aws_codecommit as codecommit,
  aws_config as config,
  aws_events as events,
  aws_events_targets as targets,
  aws_iam as iam,
  aws_iot as iot,
  aws_lambda as lambda,
  aws_lambda_destinations as destinations,
  aws_logs as logs,
  aws_pipes as pipes,
  aws_s3 as s3,
  aws_s3_notifications as notifications,
  aws_scheduler as scheduler,
  aws_scheduler_targets as schedulerTargets,
  aws_ses as ses,
  aws_sns as sns,
  aws_sns_subscriptions as subscriptions,
  aws_stepfunctions as sfn,
  aws_stepfunctions_tasks as tasks,
  custom_resources as cr,
  triggers,
} from 'aws-cdk-lib';
import { DeployTimeInvocation, InvocationType } from '../../../lib';
import { invokedBy } from '../../../lib/aws/operations/callers';
import { invokedTarget } from '../../../lib/aws/target/invoked-target';
import { functionIdentity } from '../../../lib/aws/target/target-identity';
import type { DeliveryKind } from '../../../lib/topology/nodes/delivery';
import { known } from '../../../lib/topology/values/value';
import { ENV, functionIn, synthesized } from '../../topology/synthesized';

/** Declares something that sends events to a function or alias. */
type Example = (stack: Stack, fn: lambda.IFunction) => unknown;

/** Kinds that only the checks find, as docs/whole-app.md says, and queues, which are no functions. */
type Unseen = 'api-integration' | 'pipeline-action' | 'appsync-resolver' | 'iot-events' | 'dead-letter-queue';

const parameters = (fn: lambda.IFunction) => ({ FunctionName: fn.functionArn, InvocationType: 'Event' });
const statement = new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: ['*'] });
const definition = (name: string, more = {}) => JSON.stringify({
  StartAt: 'T', States: { T: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: name, InvocationType: 'Event', ...more }, End: true } },
});
const daily = scheduler.ScheduleExpression.rate(Duration.days(1));

const EXAMPLES: Record<Exclude<DeliveryKind, Unseen>, Record<string, Example>> = {
  's3-notification': {
    'the custom resource': (stack, fn) => new s3.Bucket(stack, 'B').addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(fn)),
    'the bucket': (stack, fn) => new s3.CfnBucket(stack, 'B', { notificationConfiguration: { lambdaConfigurations: [{ event: 's3:ObjectCreated:*', function: fn.functionArn }] } }),
  },
  'sns-subscription': {
    'a subscription': (stack, fn) => new sns.Topic(stack, 'T').addSubscription(new subscriptions.LambdaSubscription(fn)),
    'a topic': (stack, fn) => new sns.CfnTopic(stack, 'T', { subscription: [{ protocol: 'lambda', endpoint: fn.functionArn }, { protocol: 'email', endpoint: 'a@b.c' }] }),
  },
  'event-rule': {
    'a rule': (stack, fn) => new events.Rule(stack, 'R', { schedule: events.Schedule.rate(Duration.days(1)), targets: [new targets.LambdaFunction(fn)] }),
  },
  'schedule': {
    'a target': (stack, fn) => new scheduler.Schedule(stack, 'S', { schedule: daily, target: new schedulerTargets.LambdaInvoke(fn) }),
    'a universal target': (stack, fn) => new scheduler.Schedule(stack, 'S', {
      schedule: daily,
      target: new schedulerTargets.Universal({ service: 'lambda', action: 'invoke', input: scheduler.ScheduleTargetInput.fromObject(parameters(fn)), policyStatements: [statement] }),
    }),
    'a universal target that never waits': (stack, fn) => new scheduler.Schedule(stack, 'S', {
      schedule: daily,
      target: new schedulerTargets.Universal({
        service: 'lambda', action: 'invokeAsync', input: scheduler.ScheduleTargetInput.fromObject({ FunctionName: fn.functionArn, InvokeArgs: '{}' }), policyStatements: [statement],
      }),
    }),
    'a universal target that waits': (stack, fn) => new scheduler.Schedule(stack, 'S', {
      schedule: daily,
      target: new schedulerTargets.Universal({ service: 'lambda', action: 'invoke', input: scheduler.ScheduleTargetInput.fromObject({ FunctionName: fn.functionArn }), policyStatements: [statement] }),
    }),
  },
  'pipe': {
    'a pipe': (stack, fn) => new pipes.CfnPipe(stack, 'P', {
      roleArn: 'arn:aws:iam::1:role/r', source: 'arn:aws:sqs:eu-west-1:1:q', target: fn.functionArn, targetParameters: { lambdaFunctionParameters: { invocationType: 'FIRE_AND_FORGET' } },
    }),
    'a pipe that waits': (stack, fn) => new pipes.CfnPipe(stack, 'P', { roleArn: 'arn:aws:iam::1:role/r', source: 'arn:aws:sqs:eu-west-1:1:q', target: fn.functionArn }),
  },
  'log-subscription': {
    'a filter': (stack, fn) => new logs.CfnSubscriptionFilter(stack, 'F', { logGroupName: 'g', filterPattern: '', destinationArn: fn.functionArn }),
    'a policy of the account': (stack, fn) => new logs.CfnAccountPolicy(stack, 'P', {
      policyName: 'p', policyType: 'SUBSCRIPTION_FILTER_POLICY', policyDocument: stack.toJsonString({ DestinationArn: fn.functionArn, FilterPattern: '' }),
    }),
  },
  'alarm': {
    'an alarm': (stack, fn) => new cloudwatch.CfnAlarm(stack, 'A', { comparisonOperator: 'GreaterThanThreshold', evaluationPeriods: 1, alarmActions: [fn.functionArn] }),
    'a composite alarm': (stack, fn) => new cloudwatch.CompositeAlarm(stack, 'A', { alarmRule: cloudwatch.AlarmRule.fromBoolean(true) })
      .addOkAction({ bind: () => ({ alarmActionArn: fn.functionArn }) }),
  },
  'iot-rule': {
    'an action': (stack, { functionArn }) => new iot.CfnTopicRule(stack, 'R', { topicRulePayload: { sql: 'x', actions: [{ lambda: { functionArn } }] } }),
    'an error action': (stack, { functionArn }) => new iot.CfnTopicRule(stack, 'R', { topicRulePayload: { sql: 'x', actions: [], errorAction: { lambda: { functionArn } } } }),
  },
  'ses-receipt-rule': Object.fromEntries([undefined, 'Event', 'RequestResponse'].map((invocationType): [string, Example] => [`a call of type ${invocationType}`, (stack, { functionArn }) =>
    new ses.CfnReceiptRule(stack, 'R', { ruleSetName: 's', rule: { actions: [{ lambdaAction: { functionArn, invocationType } }] } })])),
  'codecommit-trigger': {
    'a repository': (stack, fn) => new codecommit.Repository(stack, 'R', { repositoryName: 'r' }).notify(fn.functionArn),
  },
  'config-rule': {
    'a rule': (stack, fn) => new config.CfnConfigRule(stack, 'R', { source: { owner: 'CUSTOM_LAMBDA', sourceIdentifier: fn.functionArn } }),
    'a rule of the organization': (stack, fn) => new config.CfnOrganizationConfigRule(stack, 'R', {
      organizationConfigRuleName: 'r', organizationCustomRuleMetadata: { lambdaFunctionArn: fn.functionArn, organizationConfigRuleTriggerTypes: ['ScheduledNotification'] },
    }),
  },
  'state-machine': {
    'a task': (stack, fn) => new sfn.StateMachine(stack, 'M', {
      definitionBody: sfn.DefinitionBody.fromChainable(new tasks.LambdaInvoke(stack, 'T', { lambdaFunction: fn, invocationType: tasks.LambdaInvocationType.EVENT })),
    }),
    'a task that waits': (stack, fn) => new sfn.StateMachine(stack, 'M', { definitionBody: sfn.DefinitionBody.fromChainable(new tasks.LambdaInvoke(stack, 'T', { lambdaFunction: fn })) }),
    'a call of the SDK': (stack, fn) => new sfn.StateMachine(stack, 'M', {
      definitionBody: sfn.DefinitionBody.fromChainable(new tasks.CallAwsService(stack, 'T', {
        service: 'lambda', action: 'invoke', iamResources: ['*'], parameters: parameters(fn),
      })),
    }),
    'a substitution': (stack, fn) => new sfn.StateMachine(stack, 'M', {
      definitionBody: sfn.DefinitionBody.fromString(definition('${Fn}')), definitionSubstitutions: { Fn: fn.functionArn },
    }),
    'a name': stack => new sfn.StateMachine(stack, 'M', { definitionBody: sfn.DefinitionBody.fromString(definition('orders')) }),
    'a qualifier': stack => new sfn.StateMachine(stack, 'M', { definitionBody: sfn.DefinitionBody.fromString(definition('orders', { Qualifier: 'live' })) }),
    'a definition in an object': (stack, fn) => new sfn.CfnStateMachine(stack, 'M', { roleArn: 'arn:aws:iam::1:role/r', definition: JSON.parse(definition('x', parameters(fn))) }),
  },
  'deploy-time-invocation': {
    'a trigger, which calls the current version': stack => new triggers.Trigger(stack, 'T', {
      handler: stack.node.findChild('Fn') as lambda.Function, invocationType: triggers.InvocationType.EVENT,
    }),
    'a DeployTimeInvocation': (stack, fn) => new DeployTimeInvocation(stack, 'I', { function: fn, invocationType: InvocationType.EVENT, executeOnHandlerChange: false }),
    'a DeployTimeInvocation that waits': (stack, fn) => new DeployTimeInvocation(stack, 'I', { function: fn, executeOnHandlerChange: false }),
    ...Object.fromEntries([['Lambda', 'invoke'], ['@aws-sdk/client-lambda', 'InvokeCommand']].map(([service, action]): [string, Example] => [`an AwsCustomResource by ${action}`, (stack, fn) =>
      new cr.AwsCustomResource(stack, 'C', {
        installLatestAwsSdk: false,
        onUpdate: { service, action, parameters: parameters(fn), physicalResourceId: cr.PhysicalResourceId.of('x') },
        policy: cr.AwsCustomResourcePolicy.fromStatements([statement]),
      })])),
  },
  'on-success': {
    'a destination': (stack, fn) => functionIn(stack, 'Other', { onSuccess: new destinations.LambdaDestination(fn) }),
  },
  'on-failure': {
    'a destination': (stack, fn) => functionIn(stack, 'Other', { onFailure: new destinations.LambdaDestination(fn) }),
  },
};

const CASES = Object.entries(EXAMPLES).flatMap(([kind, examples]) => Object.entries(examples).flatMap(([name, example]) =>
  ['$LATEST', 'live'].map(qualifier => [kind as DeliveryKind, name, qualifier, example] as const)));

/** What sends to which qualifier, as the topology reads it from templates and as the app shows it. Permissions of services do not count. */
function senders(qualifier: string, example: Example): { topology: string[]; app: string[]; kinds: DeliveryKind[] } {
  const found = new Set<string>();
  const { invocations } = synthesized(app => {
    const stack = new Stack(app, 'S', { env: ENV });
    const fn = functionIn(stack, 'Fn', { functionName: 'orders' });
    const alias = fn.addAlias('live');
    example(stack, qualifier === 'live' ? alias : fn);
    for (const resource of (stack.node.root as App).node.findAll().filter(CfnResource.isCfnResource).filter(({ cfnResourceType }) => cfnResourceType !== 'AWS::Lambda::Permission')) {
      for (const target of invokedBy(resource).map(name => invokedTarget(resource, name))) {
        const { identity } = target;
        found.add(`${resource.node.path} ${identity === functionIdentity(fn, fn.functionName) ? 'orders' : identity}:${target.qualifier.includes('/') ? undefined : target.qualifier}`);
      }
    }
  });
  const read = invocations.map(({ origin, to }) => to.kind === 'function' ? `${origin.path} ${to.name && known(to.name) || 'orders'}:${known(to.qualifier)}` : '');
  return { topology: [...new Set(read)].sort(), app: [...found].sort(), kinds: [...new Set(invocations.map(({ kind }) => kind))] };
}

test.each(CASES)('finds what the topology finds: %s by %s, to %s', (_kind, _name, qualifier, example) => {
  const { topology, app } = senders(qualifier, example);
  expect(app).toEqual(topology);
});

test('has an example for each kind', () => {
  const kinds = Object.values(EXAMPLES).map(examples => Object.values(examples)[0]).flatMap(example => senders('live', example).kinds);
  expect(kinds).toEqual(Object.keys(EXAMPLES));
});
