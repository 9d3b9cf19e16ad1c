import {
  App,
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  aws_ec2 as ec2,
  aws_events as events,
  aws_events_targets as targets,
  aws_iam as iam,
  aws_iot as iot,
  aws_kms as kms,
  aws_lambda as lambda,
  aws_lambda_destinations as destinations,
  aws_logs as logs,
  aws_logs_destinations as logDestinations,
  aws_pipes as pipes,
  aws_s3 as s3,
  aws_s3_deployment as deployment,
  aws_s3_notifications as notifications,
  aws_scheduler as scheduler,
  aws_scheduler_targets as schedulerTargets,
  aws_sns as sns,
  aws_sns_subscriptions as subscriptions,
  aws_sqs as sqs,
  aws_stepfunctions as sfn,
  aws_stepfunctions_tasks as tasks,
  custom_resources as cr,
  CustomResource,
  Duration,
  NestedStack,
  Stack,
  Stage,
  triggers,
} from 'aws-cdk-lib';
import { ENV, functionIn } from '../../topology/synthesized';

/** An app of plain aws-cdk-lib in which events are lost. */
export type PlainApp = (app: App) => void;

/** An app of one stack, `S`. */
function one(build: (stack: Stack) => void): PlainApp {
  return app => build(new Stack(app, 'S', { env: ENV }));
}

function rule(stack: Stack, fn: lambda.IFunction, id = 'Rule'): events.Rule {
  return new events.Rule(stack, id, { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn)] });
}

/** L1s alone, as people write them who come from CloudFormation. */
function l1(stack: Stack, roleArn: string): lambda.CfnFunction {
  const fn = new lambda.CfnFunction(stack, 'Fn', {
    code: { zipFile: 'exports.handler = async () => {};' }, handler: 'index.handler', runtime: 'nodejs22.x', role: roleArn,
  });
  const on = new events.CfnRule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [{ id: 'fn', arn: fn.attrArn }] });
  new lambda.CfnPermission(stack, 'Permission', { action: 'lambda:InvokeFunction', functionName: fn.ref, principal: 'events.amazonaws.com', sourceArn: on.attrArn });
  return fn;
}

const ROLE = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }] };

/** Apps that lose events: one for each way in which functions, callers and stacks are declared. */
export const PLAIN_APPS: Readonly<Record<string, PlainApp>> = {
  'a function and a rule': one(stack => void rule(stack, functionIn(stack, 'Fn'))),
  'an alias': one(stack => void rule(stack, functionIn(stack, 'Fn').addAlias('live'))),
  'an alias and $LATEST': one(stack => {
    const fn = functionIn(stack, 'Fn');
    rule(stack, fn.addAlias('live'));
    rule(stack, fn, 'Other');
  }),
  'a version': one(stack => void rule(stack, functionIn(stack, 'Fn').currentVersion)),
  'a config without a destination': one(stack => void rule(stack, functionIn(stack, 'Fn', { retryAttempts: 0, maxEventAge: Duration.minutes(5) }))),
  'a config with a destination for successes': one(stack =>
    void rule(stack, functionIn(stack, 'Fn', { onSuccess: new destinations.SqsDestination(new sqs.Queue(stack, 'Done')) }))),
  'a config of an alias without a destination': one(stack => {
    const alias = functionIn(stack, 'Fn').addAlias('live');
    alias.configureAsyncInvoke({ retryAttempts: 1 });
    rule(stack, alias);
  }),
  'an L1 config': one(stack => {
    const fn = functionIn(stack, 'Fn');
    new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: fn.functionName, qualifier: '$LATEST', maximumRetryAttempts: 1 });
    rule(stack, fn);
  }),
  'L1s': one(stack => void l1(stack, new iam.CfnRole(stack, 'Role', { assumeRolePolicyDocument: ROLE }).attrArn)),
  'an L1 function with an L2 role': one(stack => void l1(stack, new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') }).roleArn)),
  'an L1 alias': one(stack => {
    const fn = functionIn(stack, 'Fn');
    const alias = new lambda.CfnAlias(stack, 'Alias', { functionName: fn.functionName, functionVersion: fn.currentVersion.version, name: 'live' });
    const on = new events.CfnRule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [{ id: 'fn', arn: alias.ref }] });
    new lambda.CfnPermission(stack, 'Permission', { action: 'lambda:InvokeFunction', functionName: alias.ref, principal: 'events.amazonaws.com', sourceArn: on.attrArn });
  }),
  'an imported role': one(stack => {
    const role = iam.Role.fromRoleArn(stack, 'Role', `arn:aws:iam::${ENV.account}:role/orders`);
    rule(stack, functionIn(stack, 'Fn', { role }));
  }),
  'a function in a VPC': one(stack => void rule(stack, functionIn(stack, 'Fn', { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 1, natGateways: 1 }) }))),
  'FIFO queues and topics around it': one(stack => {
    const fn = functionIn(stack, 'Fn');
    new sns.Topic(stack, 'Fifo', { fifo: true }).addSubscription(new subscriptions.SqsSubscription(new sqs.Queue(stack, 'Queue', { fifo: true })));
    rule(stack, fn);
  }),
  'a topic': one(stack => new sns.Topic(stack, 'Topic', { masterKey: new kms.Key(stack, 'Key') }).addSubscription(new subscriptions.LambdaSubscription(functionIn(stack, 'Fn')))),
  'a bucket': one(stack => new s3.Bucket(stack, 'Bucket').addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(functionIn(stack, 'Fn')))),
  'a schedule': one(stack => void new scheduler.Schedule(stack, 'Schedule', {
    schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)), target: new schedulerTargets.LambdaInvoke(functionIn(stack, 'Fn')),
  })),
  'an alarm': one(stack => {
    const metric = new cloudwatch.Metric({ namespace: 'Shop', metricName: 'Orders' });
    new cloudwatch.Alarm(stack, 'Alarm', { metric, threshold: 1, evaluationPeriods: 1 }).addAlarmAction(new actions.LambdaAction(functionIn(stack, 'Fn')));
  }),
  'log events': one(stack => new logs.LogGroup(stack, 'Logs').addSubscriptionFilter('Filter', {
    destination: new logDestinations.LambdaDestination(functionIn(stack, 'Fn')), filterPattern: logs.FilterPattern.allEvents(),
  })),
  'a rule of AWS IoT': one(stack => {
    const fn = functionIn(stack, 'Fn');
    new iot.CfnTopicRule(stack, 'Rule', { topicRulePayload: { sql: "SELECT * FROM 'shop'", actions: [{ lambda: { functionArn: fn.functionArn } }] } });
    fn.addPermission('Iot', { principal: new iam.ServicePrincipal('iot.amazonaws.com') });
  }),
  'a state machine that sends events': one(stack => {
    const task = new tasks.LambdaInvoke(stack, 'Send', { lambdaFunction: functionIn(stack, 'Fn'), invocationType: tasks.LambdaInvocationType.EVENT });
    new sfn.StateMachine(stack, 'Machine', { definitionBody: sfn.DefinitionBody.fromChainable(task) });
  }),
  'a pipe that does not wait': one(stack => {
    const fn = functionIn(stack, 'Fn');
    const role = new iam.Role(stack, 'PipeRole', { assumedBy: new iam.ServicePrincipal('pipes.amazonaws.com') });
    const queue = new sqs.Queue(stack, 'Queue');
    queue.grantConsumeMessages(role);
    fn.grantInvoke(role);
    new pipes.CfnPipe(stack, 'Pipe', {
      source: queue.queueArn, target: fn.functionArn, roleArn: role.roleArn, targetParameters: { lambdaFunctionParameters: { invocationType: 'FIRE_AND_FORGET' } },
    });
  }),
  'a trigger of the deployment': one(stack => void new triggers.Trigger(stack, 'Trigger', {
    handler: functionIn(stack, 'Fn'), invocationType: triggers.InvocationType.EVENT,
  })),
  'a function that gets the successes of another': one(stack => {
    const next = functionIn(stack, 'Next');
    rule(stack, functionIn(stack, 'Fn', { onSuccess: new destinations.LambdaDestination(next) }));
  }),
  'a nested stack': app => {
    const nested = new NestedStack(new Stack(app, 'S', { env: ENV }), 'Nested');
    rule(nested, functionIn(nested, 'Fn').addAlias('live'));
  },
  'a stage': app => {
    const stack = new Stack(new Stage(app, 'Prod', { env: ENV }), 'S');
    rule(stack, functionIn(stack, 'Fn'));
  },
  'a rule in another stack': app => {
    const fn = functionIn(new Stack(app, 'Functions', { env: ENV }), 'Fn');
    rule(new Stack(app, 'Rules', { env: ENV }), fn);
  },
  'a topic in another stack': app => {
    const topic = new sns.Topic(new Stack(app, 'Topics', { env: ENV }), 'Topic');
    topic.addSubscription(new subscriptions.LambdaSubscription(functionIn(new Stack(app, 'Functions', { env: ENV }), 'Fn')));
  },
  'a stack without an environment': app => {
    const stack = new Stack(app, 'S');
    rule(stack, functionIn(stack, 'Fn').addAlias('live'));
  },
  'custom resources beside it': one(stack => {
    rule(stack, functionIn(stack, 'Fn'));
    const provider = new cr.Provider(stack, 'Provider', { onEventHandler: functionIn(stack, 'OnEvent'), isCompleteHandler: functionIn(stack, 'IsComplete') });
    new logs.LogRetention(stack, 'Retention', { logGroupName: 'shop', retention: logs.RetentionDays.ONE_DAY });
    new CustomResource(stack, 'Custom', { serviceToken: provider.serviceToken });
    new cr.AwsCustomResource(stack, 'Call', {
      onCreate: { service: 'S3', action: 'listBuckets', physicalResourceId: cr.PhysicalResourceId.of('x') }, policy: cr.AwsCustomResourcePolicy.fromSdkCalls({ resources: ['*'] }),
    });
    new deployment.BucketDeployment(stack, 'Deployment', { destinationBucket: new s3.Bucket(stack, 'Bucket'), sources: [deployment.Source.data('a.txt', 'a')] });
  }),
  'three functions': one(stack => ['A', 'B', 'C'].forEach(id => rule(stack, functionIn(stack, id), `Rule${id}`))),
};
