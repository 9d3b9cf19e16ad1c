import {
  Duration, NestedStack, Stack, Stage, aws_apigateway as apigateway, aws_appsync as appsync, aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as cloudwatchActions, aws_codepipeline as codepipeline, aws_codepipeline_actions as pipelineActions,
  aws_config as config, aws_events as events, aws_events_targets as targets, aws_iam as iam, aws_iotevents as iotevents,
  aws_lambda as lambda, aws_logs as logs, aws_logs_destinations as logDestinations, aws_pipes as pipes, aws_s3 as s3,
  aws_s3_notifications as notifications, aws_scheduler as scheduler, aws_scheduler_targets as schedulerTargets, aws_ses as ses,
  aws_ses_actions as sesActions, aws_sns as sns, aws_sns_subscriptions as subscriptions, aws_sqs as sqs, aws_stepfunctions as sfn,
  aws_stepfunctions_tasks as tasks, type App,
} from 'aws-cdk-lib';
import { CHECKS, findings } from '../../../lib/checks';
import * as otherQualifier from '../../../pages/rules/examples/invoke-permission-for-other-qualifier';
import * as example from '../../../pages/rules/examples/invoke-permission-missing';
import { ENV, functionIn } from '../../topology/synthesized';
import { resource, resources } from '../../topology/templates';
import { checked, checkedApp, liveAlias, of, type Told } from '../checked-apps';
import { arnOf, AT_DEPLOY, FN, MAYBE } from '../small-templates';

const ID = 'InvokePermissionMissing';

/** The values that the check finds in a template. */
function valuesIn(declared: Record<string, unknown>, sections: Record<string, unknown> = {}): string[] {
  return findings(resources(declared, sections), CHECKS).filter(({ id }) => id === ID).map(({ value }) => value);
}

function values(found: readonly Told[]): string[] {
  return of(ID, found).map(({ value }) => value);
}

test('InvokePermissionMissing is found', () => {
  expect(of(ID, checked(example.found))).toEqual([
    {
      id: 'InvokePermissionMissing',
      severity: 'error',
      path: 'S/Rule',
      property: 'Targets[0].Arn',
      value: 'S/Fn, which no permission lets events.amazonaws.com invoke for S/Rule',
      message: '`Targets[0].Arn` must name a function that the caller may invoke, got: S/Fn, which no permission lets events.amazonaws.com invoke for S/Rule. Lambda refuses every invocation: the events never reach the function, and neither its failure destination nor its dead-letter queue gets them. For a notification of a bucket, the deployment fails. Add a permission for the service on exactly what is invoked, with the caller as source, or allow `lambda:InvokeFunction` in the role of the caller. The constructs of aws-cdk-lib do that for functions of the app.',
    },
  ]);
});

const API = { Type: 'AWS', Uri: { 'Fn::Sub': 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${Fn.Arn}/invocations' }, RequestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" } };
const TASK = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: arnOf('Fn'), InvocationType: 'Event' } };
const SOURCE = { ApiId: 'a', Name: 'orders', Type: 'AWS_LAMBDA', ServiceRoleArn: arnOf('Role'), LambdaConfig: { LambdaFunctionArn: arnOf('Fn') } };

/** A caller of `Fn`, each in its own resource, and the principal if it needs a permission. */
const CALLERS: ReadonlyArray<readonly [caller: string, declared: Record<string, object>, principal?: string]> = [
  ['a rule', { Caller: resource('Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [{ Id: 'T', Arn: arnOf('Fn') }] }) }, 'events.amazonaws.com'],
  ['a bucket', { Caller: resource('S3::Bucket', { NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: arnOf('Fn') }] } }) }, 's3.amazonaws.com'],
  ['a topic', { Caller: resource('SNS::Topic', { Subscription: [{ Protocol: 'lambda', Endpoint: arnOf('Fn') }] }) }, 'sns.amazonaws.com'],
  ['a subscription', { Topic: resource('SNS::Topic'), Caller: resource('SNS::Subscription', { Protocol: 'lambda', TopicArn: { Ref: 'Topic' }, Endpoint: arnOf('Fn') }) }, 'sns.amazonaws.com'],
  ['a log group', { Caller: resource('Logs::SubscriptionFilter', { LogGroupName: 'g', FilterPattern: '', DestinationArn: arnOf('Fn') }) }, 'logs.amazonaws.com'],
  ['an alarm', { Caller: resource('CloudWatch::Alarm', { AlarmActions: [arnOf('Fn')], OKActions: [arnOf('Fn')] }) }, 'lambda.alarms.cloudwatch.amazonaws.com'],
  ['an IoT rule', { Caller: resource('IoT::TopicRule', { TopicRulePayload: { Sql: '', Actions: [{ Lambda: { FunctionArn: arnOf('Fn') } }] } }) }, 'iot.amazonaws.com'],
  ['a receipt rule', { Caller: resource('SES::ReceiptRule', { RuleSetName: 's', Rule: { Actions: [{ LambdaAction: { FunctionArn: arnOf('Fn') } }] } }) }, 'ses.amazonaws.com'],
  ['a repository', { Caller: resource('CodeCommit::Repository', { RepositoryName: 'r', Triggers: [{ Name: 't', Events: ['all'], DestinationArn: arnOf('Fn') }] }) }, 'codecommit.amazonaws.com'],
  ['a Config rule', { Caller: resource('Config::ConfigRule', { Source: { Owner: 'CUSTOM_LAMBDA', SourceIdentifier: arnOf('Fn') } }) }, 'config.amazonaws.com'],
  ['a method', { Caller: resource('ApiGateway::Method', { Integration: API }) }, 'apigateway.amazonaws.com'],
  ['a schedule', { Caller: resource('Scheduler::Schedule', { Target: { Arn: arnOf('Fn'), RoleArn: arnOf('Role') } }) }],
  ['a pipe', { Caller: resource('Pipes::Pipe', { Source: 'arn:aws:sqs:eu-west-1:123456789012:q', Target: arnOf('Fn'), RoleArn: arnOf('Role'), TargetParameters: { LambdaFunctionParameters: { InvocationType: 'FIRE_AND_FORGET' } } }) }],
  ['a state machine', { Caller: resource('StepFunctions::StateMachine', { RoleArn: arnOf('Role'), Definition: { States: { Call: TASK } } }) }],
  ['a pipeline', { Caller: resource('CodePipeline::Pipeline', { RoleArn: arnOf('Role'), Stages: [{ Name: 'Call', Actions: [{ ActionTypeId: { Category: 'Invoke', Owner: 'AWS', Provider: 'Lambda' }, Configuration: { FunctionName: { Ref: 'Fn' } } }] }] }) }],
  ['a resolver', { Source: resource('AppSync::DataSource', SOURCE), Caller: resource('AppSync::Resolver', { ApiId: 'a', DataSourceName: 'orders', RequestMappingTemplate: '{"operation":"Invoke","invocationType":"Event"}' }) }],
  ['a detector', { Caller: resource('IoTEvents::AlarmModel', { RoleArn: arnOf('Role'), AlarmEventActions: { AlarmActions: [{ Lambda: { FunctionArn: arnOf('Fn') } }] } }) }],
  ['a method with a role', { Caller: resource('ApiGateway::Method', { Integration: { ...API, Credentials: arnOf('Role') } }) }],
];

const ROLE = resource('IAM::Role');

function allowing(Resource: unknown, more: object = {}) {
  return resource('IAM::Role', { Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource, ...more }] } }] });
}

function permission(Principal: unknown, more: object = {}, rest: Record<string, unknown> = {}) {
  return resource('Lambda::Permission', { FunctionName: { Ref: 'Fn' }, Action: 'lambda:InvokeFunction', Principal, ...more }, rest);
}

describe.each(CALLERS.map(([caller, declared, principal]) => ({ caller, declared, principal })))('$caller', ({ caller, declared, principal }) => {
  test('is found without a permission', () => {
    const byRole = caller === 'a method with a role' ? 'which no permission lets apigateway.amazonaws.com invoke for S.Caller, and for which S.Role lacks lambda:InvokeFunction'
      : 'for which S.Role lacks lambda:InvokeFunction';
    const because = principal === undefined ? byRole : `which no permission lets ${principal} invoke for S.Caller`;
    expect(valuesIn({ Fn: FN, Role: ROLE, ...declared })).toEqual([`S.Fn, ${because}`]);
  });

  test('is innocent with a permission', () => {
    expect(valuesIn({ Fn: FN, Role: allowing(arnOf('Fn')), ...declared, ...principal ? { Permission: permission(principal) } : {} })).toEqual([]);
  });

  test('is not helped by a permission for another service or function', () => {
    const others = { Other: FN, Permission: permission('cognito-idp.amazonaws.com'), OfOther: permission(principal ?? 'x.amazonaws.com', { FunctionName: { Ref: 'Other' } }) };
    expect(valuesIn({ Fn: FN, Role: allowing(arnOf('Other')), ...others, ...declared })).toHaveLength(1);
  });
});

const [, RULE] = CALLERS[0];
const OTHER = resource('Events::Rule', { ScheduleExpression: 'rate(1 day)' });

describe('a permission for services', () => {
  test.each<[string, object]>([
    ['another rule', { SourceArn: arnOf('Other') }],
    ['another account', { SourceAccount: '999999999999' }],
    ['another action', { Action: 'lambda:InvokeFunctionUrl' }],
    ['an account', { Principal: '123456789012' }],
  ])('for %s does not help', (_, more) => {
    expect(valuesIn({ Fn: FN, ...RULE, Other: OTHER, Permission: permission('events.amazonaws.com', more) })).toHaveLength(1);
  });

  test.each<[string, object]>([
    ['exactly this rule', { SourceArn: arnOf('Caller') }],
    ['a pattern that may be this rule', { SourceArn: 'arn:aws:events:eu-west-1:123456789012:rule/*' }],
    ['an unknown rule', { SourceArn: AT_DEPLOY }],
    ['this account', { SourceAccount: { Ref: 'AWS::AccountId' } }],
    ['every action', { Action: 'lambda:*' }],
    ['everybody', { Principal: '*' }],
    ['an unknown service', { Principal: AT_DEPLOY }],
    ['a service with the suffix of its partition', { Principal: 'events.amazonaws.com.cn' }],
    ['the function by its ARN', { FunctionName: arnOf('Fn') }],
    ['an unknown function', { FunctionName: AT_DEPLOY }],
  ])('for %s may help', (_, more) => {
    expect(valuesIn({ Fn: FN, ...RULE, Other: OTHER, Permission: permission('events.amazonaws.com', more) })).toEqual([]);
  });

  test('under a condition may help', () => {
    expect(valuesIn({ Fn: FN, ...RULE, Permission: permission('events.amazonaws.com', {}, { Condition: 'Maybe' }) }, MAYBE)).toEqual([]);
  });

  test('for a function of the same name may help', () => {
    const named = resource('Lambda::Function', { FunctionName: { Ref: 'Open' } });
    expect(valuesIn({ Fn: named, ...RULE, Permission: permission('events.amazonaws.com', { FunctionName: 'orders' }) }, { Parameters: { Open: { Type: 'String' } } })).toEqual([]);
  });

  test.each<[string, string | undefined, string, number]>([
    ['shop', undefined, 'rule/other', 1],
    ['shop', undefined, 'rule/shop', 0],
    ['shop', undefined, 'rule/sh*', 0],
    ['shop', 'orders', 'rule/shop', 1],
    ['shop', 'orders', 'rule/orders/shop', 0],
    ['shop', 'orders', 'rule/orders/*', 0],
    ['{{resolve:ssm:name}}', undefined, 'rule/other', 0],
  ])('compares the rule %s of bus %s with %s', (Name, EventBusName, arn, count) => {
    const Caller = resource('Events::Rule', { Name, EventBusName, EventPattern: {}, Targets: [{ Id: 'T', Arn: arnOf('Fn') }] });
    const SourceArn = `arn:aws:events:eu-west-1:123456789012:${arn}`;
    expect(valuesIn({ Fn: FN, Caller, Permission: permission('events.amazonaws.com', { SourceArn }) })).toHaveLength(count);
  });

  test.each([['s3', 'arn:aws:s3:::other', 1], ['s3', 'arn:aws:s3:::uploads', 0], ['s3', 'arn:aws:s3:::up*', 0]])('compares the bucket: %s %s', (_, SourceArn, count) => {
    const Caller = resource('S3::Bucket', { BucketName: 'uploads', NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: arnOf('Fn') }] } });
    expect(valuesIn({ Fn: FN, Caller, Permission: permission('s3.amazonaws.com', { SourceArn }) })).toHaveLength(count);
  });
});

describe('the source of a permission', () => {
  const execute = (api: string, method = 'POST') => ({ 'Fn::Sub': `arn:aws:execute-api:eu-west-1:123456789012:\${${api}}/*/${method}/` });
  const api = { Fn: FN, Api: resource('ApiGateway::RestApi', { Name: 'a' }), Other: resource('ApiGateway::RestApi', { Name: 'b' }) };
  const Post = resource('ApiGateway::Method', { RestApiId: { Ref: 'Api' }, Integration: API });
  const groups = { Fn: FN, Log: resource('Logs::LogGroup'), Other: resource('Logs::LogGroup') };
  const Filter = resource('Logs::SubscriptionFilter', { LogGroupName: { Ref: 'Log' }, FilterPattern: '', DestinationArn: arnOf('Fn') });

  test.each<[string, Record<string, unknown>, string, unknown]>([
    ['another API', { ...api, Post }, 'apigateway.amazonaws.com', execute('Other')],
    ['another log group', { ...groups, Filter }, 'logs.amazonaws.com', arnOf('Other')],
  ])('does not help if it is %s', (_, declared, principal, SourceArn) => {
    expect(valuesIn({ ...declared, Permission: permission(principal, { SourceArn }) })).toHaveLength(1);
  });

  test.each<[string, Record<string, unknown>, string, unknown]>([
    ['this API', { ...api, Post }, 'apigateway.amazonaws.com', execute('Api')],
    ['an API by its id', { ...api, Post }, 'apigateway.amazonaws.com', 'arn:aws:execute-api:eu-west-1:123456789012:abc/*'],
    ['this log group', { ...groups, Filter }, 'logs.amazonaws.com', arnOf('Log')],
    ['a log group by its name', { ...groups, Filter }, 'logs.amazonaws.com', 'arn:aws:logs:eu-west-1:123456789012:log-group:g:*'],
  ])('may help if it is %s', (_, declared, principal, SourceArn) => {
    expect(valuesIn({ ...declared, Permission: permission(principal, { SourceArn }) })).toEqual([]);
  });
});

const [, SCHEDULE] = CALLERS.find(([caller]) => caller === 'a schedule')!;

describe('a role', () => {
  test.each<[string, unknown]>([
    ['a policy on a version or alias alone', allowing({ 'Fn::Sub': '${Fn.Arn}:*' })],
    ['a policy for another action', allowing(arnOf('Fn'), { Action: 'lambda:invoke' })],
    ['a policy of AWS for logs', resource('IAM::Role', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'] })],
    ['a policy that denies', resource('IAM::Role', {
      Policies: [{
        PolicyName: 'p',
        PolicyDocument: {
          Statement: [
            { Effect: 'Allow', Action: 'lambda:*', Resource: '*' }, { Effect: 'Deny', Action: 'lambda:InvokeFunction', Resource: '*' },
          ],
        },
      }],
    })],
  ])('with %s may not invoke', (_, Role) => {
    expect(valuesIn({ Fn: FN, Role, ...SCHEDULE })).toHaveLength(1);
  });

  test.each<[string, unknown]>([
    ['a policy on everything', allowing('*')],
    ['a policy with a wildcard', allowing(arnOf('Fn'), { Action: 'lambda:Invoke*' })],
    ['a policy with a condition', allowing(arnOf('Fn'), { Condition: { StringEquals: { a: 'b' } } })],
    ['a policy on what only the deployment knows', allowing(AT_DEPLOY)],
    ['a policy of AWS for Lambda', resource('IAM::Role', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaRole'] })],
    ['a policy that only the deployment knows', resource('IAM::Role', { ManagedPolicyArns: [AT_DEPLOY] })],
  ])('with %s may invoke', (_, Role) => {
    expect(valuesIn({ Fn: FN, Role, ...SCHEDULE })).toEqual([]);
  });

  test.each<[string, Record<string, unknown>, number]>([
    ['attached apart', { Policy: resource('IAM::Policy', { PolicyName: 'p', Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: arnOf('Fn') }] } }) }, 0],
    ['the permission of the function for the account', { Permission: permission('123456789012') }, 0],
    ['the permission of the function for a service', { Permission: permission('scheduler.amazonaws.com') }, 1],
  ])('counts %s', (_, more, count) => {
    expect(valuesIn({ Fn: FN, Role: ROLE, ...SCHEDULE, ...more })).toHaveLength(count);
  });

  test('outside of the app may allow anything', () => {
    expect(valuesIn({ Fn: FN, Caller: resource('Scheduler::Schedule', { Target: { Arn: arnOf('Fn'), RoleArn: 'arn:aws:iam::123456789012:role/r' } }) })).toEqual([]);
  });
});

describe('silent is', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['a rule that is switched off', { Fn: FN, Caller: resource('Events::Rule', { State: 'DISABLED', EventPattern: {}, Targets: [{ Id: 'T', Arn: arnOf('Fn') }] }) }, {}],
    ['a rule that may not exist', { Fn: FN, Caller: { ...RULE.Caller, Condition: 'Maybe' } }, MAYBE],
    ['a function of another app', { Caller: resource('Events::Rule', { EventPattern: {}, Targets: [{ Id: 'T', Arn: 'arn:aws:lambda:eu-west-1:123456789012:function:f' }] }) }, {}],
    ['an app with a macro', { Fn: FN, ...RULE }, { Transform: 'Company::Permissions' }],
    ['an app with a nested stack that cannot be read', { Fn: FN, ...RULE, Nested: resource('CloudFormation::Stack', { TemplateURL: 'https://example.com/t.json' }) }, {}],
    ['a custom resource that knows the function', { Fn: FN, ...RULE, Grant: { Type: 'Custom::Grant', Properties: { ServiceToken: 'arn:aws:lambda:eu-west-1:123456789012:function:f', For: arnOf('Fn') } } }, {}],
    ['a custom resource that knows the alias', { Fn: FN, Live: resource('Lambda::Alias', { Name: 'live', FunctionName: { Ref: 'Fn' }, FunctionVersion: '1' }), ...RULE, Grant: { Type: 'Custom::Grant', Properties: { ServiceToken: 'arn:aws:lambda:eu-west-1:123456789012:function:f', For: { Ref: 'Live' } } } }, {}],
    ['a custom resource that knows the role', { Fn: FN, Role: ROLE, ...SCHEDULE, Grant: { Type: 'Custom::Grant', Properties: { ServiceToken: 'arn:aws:lambda:eu-west-1:123456789012:function:f', For: { Ref: 'Role' } } } }, {}],
    ['a destination, which has a rule of its own', { Fn: FN, Next: FN, Config: resource('Lambda::EventInvokeConfig', { FunctionName: { Ref: 'Fn' }, Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination: arnOf('Next') } } }) }, {}],
  ])('%s', (_, declared, sections) => {
    expect(valuesIn(declared, sections)).toEqual([]);
  });

  test('a permission for another qualifier, which has a rule of its own', () => {
    const found = checked(otherQualifier.found);
    expect(of(ID, found)).toEqual([]);
    expect(of('InvokePermissionForOtherQualifier', found)).toHaveLength(1);
  });
});

test('finds a permission for another qualifier that is for no rule in particular', () => {
  const found = checked(stack => {
    const fn = functionIn(stack, 'Fn');
    new events.CfnRule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [{ arn: liveAlias(fn).functionArn, id: 'Live' }] });
    fn.addPermission('Events', { principal: new iam.ServicePrincipal('events.amazonaws.com') });
  });
  expect(values(found)).toEqual(['S/Fn:live, which no permission lets events.amazonaws.com invoke for S/Rule']);
});

test('tells a caller once for each function', () => {
  const Targets = [{ Id: 'A', Arn: arnOf('Fn') }, { Id: 'B', Arn: arnOf('Fn') }, { Id: 'C', Arn: arnOf('Next') }];
  expect(valuesIn({ Fn: FN, Next: FN, Caller: resource('Events::Rule', { EventPattern: {}, Targets }) })).toHaveLength(2);
});

test.each<[string, (app: App) => Stack, string]>([
  ['a nested stack', app => new NestedStack(new Stack(app, 'S', { env: ENV }), 'N'), 'S/N'],
  ['a stage', app => new Stack(new Stage(app, 'Prod', { env: ENV }), 'S'), 'Prod/S'],
  ['an unknown environment', app => new Stack(app, 'S'), 'S'],
])('finds a missing permission in %s', (_, stackIn, path) => {
  const found = checkedApp((app: App) => example.found(stackIn(app)));
  expect(values(found)).toEqual([`${path}/Fn, which no permission lets events.amazonaws.com invoke for ${path}/Rule`]);
});

test.each<[string, (stack: Stack) => Stack]>([
  ['a nested stack', stack => new NestedStack(stack, 'N')],
  ['its own stack', stack => stack],
])('counts a permission in %s', (_, stackOfPermission) => {
  const found = checked(stack => {
    example.found(stack);
    const fn = stack.node.findChild('Fn') as lambda.Function;
    const rule = stack.node.findChild('Rule') as events.CfnRule;
    new lambda.CfnPermission(stackOfPermission(stack), 'Permission', {
      action: 'lambda:InvokeFunction', functionName: fn.functionName, principal: 'events.amazonaws.com', sourceArn: rule.attrArn,
    });
  });
  expect(values(found)).toEqual([]);
});

test('finds a permission in no stack of the app', () => {
  const found = checkedApp((app: App) => {
    const fn = functionIn(new Stack(app, 'A', { env: ENV }), 'Fn');
    new events.CfnRule(new Stack(app, 'B', { env: ENV }), 'Rule', { eventPattern: { source: ['shop'] }, targets: [{ arn: fn.functionArn, id: 'Fn' }] });
  });
  expect(values(found)).toEqual(['A/Fn, which no permission lets events.amazonaws.com invoke for B/Rule']);
});

/** What aws-cdk-lib makes of a caller and a function or alias, which may be of another stack. */
const L2: ReadonlyArray<[string, (stack: Stack, fn: lambda.IFunction) => void]> = [
  ['a rule', (stack, fn) => void new events.Rule(stack, 'Caller', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn)] })],
  ['a rule on a bus', (stack, fn) => void new events.Rule(stack, 'Caller', { eventBus: new events.EventBus(stack, 'Bus'), eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn)] })],
  ['a bucket', (stack, fn) => new s3.Bucket(stack, 'Caller').addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(fn))],
  ['an imported bucket', (stack, fn) => s3.Bucket.fromBucketName(stack, 'Caller', 'uploads').addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(fn))],
  ['a topic', (stack, fn) => void new sns.Topic(stack, 'Caller').addSubscription(new subscriptions.LambdaSubscription(fn))],
  ['an imported topic', (stack, fn) => void sns.Topic.fromTopicArn(stack, 'Caller', 'arn:aws:sns:eu-west-1:123456789012:orders').addSubscription(new subscriptions.LambdaSubscription(fn))],
  ['a log group', (stack, fn) => void new logs.LogGroup(stack, 'Caller').addSubscriptionFilter('Filter', { filterPattern: logs.FilterPattern.allEvents(), destination: new logDestinations.LambdaDestination(fn) })],
  ['an alarm', (stack, fn) => new cloudwatch.Alarm(stack, 'Caller', { metric: new cloudwatch.Metric({ namespace: 'n', metricName: 'm' }), threshold: 1, evaluationPeriods: 1 }).addAlarmAction(new cloudwatchActions.LambdaAction(fn))],
  ['a receipt rule', (stack, fn) => void new ses.ReceiptRuleSet(stack, 'Caller', { rules: [{ actions: [new sesActions.Lambda({ function: fn })] }] })],
  ['a Config rule', (stack, fn) => void new config.CustomRule(stack, 'Caller', { lambdaFunction: fn, configurationChanges: true })],
  ['a method', (stack, fn) => {
    const requestParameters = { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" };
    new apigateway.RestApi(stack, 'Caller').root.addMethod('POST', new apigateway.LambdaIntegration(fn, { proxy: false, requestParameters }));
  }],
  ['a schedule', (stack, fn) => void new scheduler.Schedule(stack, 'Caller', { schedule: scheduler.ScheduleExpression.rate(Duration.days(1)), target: new schedulerTargets.LambdaInvoke(fn) })],
  ['a pipe with a grant', (stack, fn) => {
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('pipes.amazonaws.com') });
    fn.grantInvoke(role);
    new pipes.CfnPipe(stack, 'Caller', {
      source: new sqs.Queue(stack, 'Queue').queueArn, target: fn.functionArn, roleArn: role.roleArn, targetParameters: { lambdaFunctionParameters: { invocationType: 'FIRE_AND_FORGET' } },
    });
  }],
  ['a state machine', (stack, fn) => {
    const task = new tasks.LambdaInvoke(stack, 'Task', { lambdaFunction: fn, invocationType: tasks.LambdaInvocationType.EVENT });
    new sfn.StateMachine(stack, 'Caller', { definitionBody: sfn.DefinitionBody.fromChainable(task) });
  }],
  ['an action', (stack, fn) => {
    const output = new codepipeline.Artifact();
    const source = new pipelineActions.S3SourceAction({ actionName: 'Source', bucket: new s3.Bucket(stack, 'Bucket'), bucketKey: 'key', output });
    const call = new pipelineActions.LambdaInvokeAction({ actionName: 'Call', lambda: fn });
    new codepipeline.Pipeline(stack, 'Caller', { stages: [{ stageName: 'Source', actions: [source] }, { stageName: 'Call', actions: [call] }] });
  }],
  ['a resolver', (stack, fn) => {
    const schema = { bind: (bound: appsync.IGraphqlApi) => ({ apiId: bound.apiId, definition: 'type Query { f: String }' }) };
    const api = new appsync.GraphqlApi(stack, 'Caller', { name: 'api', definition: appsync.Definition.fromSchema(schema) });
    api.addLambdaDataSource('Source', fn).createResolver('Field', {
      typeName: 'Query', fieldName: 'f', requestMappingTemplate: appsync.MappingTemplate.fromString('{"operation": "Invoke", "invocationType": "Event"}'),
    });
  }],
  ['a detector with a grant', (stack, fn) => {
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('iotevents.amazonaws.com') });
    fn.grantInvoke(role);
    new iotevents.CfnAlarmModel(stack, 'Caller', { roleArn: role.roleArn, alarmRule: {}, alarmEventActions: { alarmActions: [{ lambda: { functionArn: fn.functionArn } }] } });
  }],
];

describe.each<[string, (stack: Stack, fn: lambda.IFunction) => void]>(L2)('aws-cdk-lib permits %s', (_, build) => {
  test('to invoke a function', () => {
    expect(values(checked(stack => build(stack, functionIn(stack, 'Fn'))))).toEqual([]);
  });

  test('to invoke an alias', () => {
    expect(values(checked(stack => build(stack, liveAlias(functionIn(stack, 'Fn')))))).toEqual([]);
  });

  test('to invoke a version', () => {
    expect(values(checked(stack => build(stack, functionIn(stack, 'Fn').currentVersion)))).toEqual([]);
  });

  test('to invoke a function in an unknown environment', () => {
    expect(values(checkedApp((app: App) => {
      const stack = new Stack(app, 'S');
      build(stack, functionIn(stack, 'Fn', { functionName: 'orders' }));
    }))).toEqual([]);
  });
});

// For an alarm, aws-cdk-lib makes a cycle of both stacks.
test.each(L2.filter(([caller]) => caller !== 'an alarm'))('aws-cdk-lib permits %s to invoke a function of another stack', (_, build) => {
  const found = checkedApp((app: App) => build(new Stack(app, 'B', { env: ENV }), functionIn(new Stack(app, 'A', { env: ENV }), 'Fn')));
  expect(values(found)).toEqual([]);
});

test('a grant of aws-cdk-lib to the service is enough', () => {
  const found = checked(stack => {
    const fn = functionIn(stack, 'Fn');
    fn.grantInvoke(new iam.ServicePrincipal('events.amazonaws.com'));
    new events.CfnRule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [{ arn: fn.functionArn, id: 'Fn' }] });
  });
  expect(values(found)).toEqual([]);
});
