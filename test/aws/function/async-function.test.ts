import { Duration, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as schedulerTargets from 'aws-cdk-lib/aws-scheduler-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { AsyncAlias, AsyncDestination, AsyncFunction } from '../../../lib';
import { checked } from '../../checks/checked-apps';
import { agnosticStack, CODE, configs, errorOf, resources, statements } from '../fixture';

const ALIAS = { Ref: 'OrdersAliasFA69D35F' };

describe('an asynchronous function', () => {
  const stack = agnosticStack();
  const orders = new AsyncFunction(stack, 'Orders', { ...CODE, maxEventAge: Duration.hours(1), retryAttempts: 1, onSuccess: AsyncDestination.bus() });

  test('keeps its logical ids', () => {
    expect(Object.keys(Template.fromStack(stack).toJSON().Resources).filter(id => !id.startsWith('OrdersCurrentVersion'))).toEqual([
      'OrdersServiceRoleF2087E22', 'OrdersA9B65338', 'OrdersAliasFA69D35F', 'OrdersAliasFailureQueueDFC30319', 'OrdersAliasFailureQueuePolicy1C04EB56',
      'OrdersAliasAsyncInvokeConfigD7990A3C', 'OrdersAliasLatestAsyncInvokeConfig02256993', 'OrdersDestinationPolicyDAE28BD2',
    ]);
  });

  test('has an alias with the config', () => {
    expect(orders.alias).toBeInstanceOf(AsyncAlias);
    expect(Object.values(configs(stack)).map(({ Properties }) => Properties)).toEqual(['live', '$LATEST'].map(Qualifier =>
      expect.objectContaining({ Qualifier, MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 1 })));
  });

  test('has no config of aws-cdk-lib', () => {
    expect(orders.node.tryFindChild('EventInvokeConfig')).toBeUndefined();
  });

  test('exposes the failure queue of its alias', () => {
    expect(orders.failureQueue).toBe(orders.alias.failureQueue);
    expect(orders.failureQueue).toBeInstanceOf(sqs.Queue);
  });
});

describe('the settings of an asynchronous function', () => {
  test('apply to the alias', () => {
    const stack = agnosticStack();
    const orders = new AsyncFunction(stack, 'Orders', { ...CODE, aliasName: 'prod', configureLatest: false, onFailure: AsyncDestination.bus(), skipPermissions: true });

    expect(Object.values(configs(stack)).map(({ Properties }) => Properties.Qualifier)).toEqual(['prod']);
    expect(orders.failureQueue).toBeUndefined();
    expect(statements(stack)).toEqual({});
  });

  test('are checked like those of the alias', () => {
    const stack = agnosticStack();

    expect(errorOf(() => new AsyncFunction(stack, 'Orders', { ...CODE, aliasName: '42' }))).toBe(
      '`aliasName` must be 1 to 128 characters: letters, digits, hyphens and underscores, not all digits, got: "42". Lambda refuses anything else: the deployment fails. Give the alias another name, e.g. `v2024` instead of `2024`. [Stack/Orders/Alias]',
    );
  });

  test('can drop failed events', () => {
    const stack = agnosticStack();
    const orders = new AsyncFunction(stack, 'Orders', { ...CODE, onFailure: AsyncDestination.none() });

    expect(orders.failureQueue).toBeUndefined();
    Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 0);
  });
});

describe('an asynchronous function is invoked by its alias:', () => {
  test('by event sources, given as props or added later', () => {
    const stack = agnosticStack();
    const [first, second, third] = ['First', 'Second', 'Third'].map(id => new sqs.Queue(stack, id));
    const orders = new AsyncFunction(stack, 'Orders', { ...CODE, events: [new sources.SqsEventSource(first)] });
    orders.addEventSource(new sources.SqsEventSource(second));
    orders.addEventSourceMapping('Mapping', { eventSourceArn: third.queueArn });

    const mappings = Object.values(resources(stack, 'AWS::Lambda::EventSourceMapping')).map(({ Properties }) => Properties.FunctionName);
    expect(mappings).toHaveLength(3);
    expect(mappings.map(name => JSON.stringify(name))).toEqual(Array(3).fill(expect.stringContaining('OrdersAlias')));
  });

  test('by topics', () => {
    const stack = agnosticStack();
    new AsyncFunction(stack, 'Orders', { ...CODE, events: [new sources.SnsEventSource(new sns.Topic(stack, 'Topic'))] });

    expect(Object.values(resources(stack, 'AWS::SNS::Subscription')).map(({ Properties }) => Properties.Endpoint)).toEqual([ALIAS]);
  });
});

describe('permission to invoke an asynchronous function', () => {
  const FUNCTION = { 'Fn::GetAtt': [expect.stringMatching(/^Orders/), 'Arn'] };

  test('of a service is one for the function and one for the alias', () => {
    const stack = agnosticStack();
    const orders = new AsyncFunction(stack, 'Orders', CODE);
    [1, 2].forEach(() => orders.grantInvoke(new iam.ServicePrincipal('s3.amazonaws.com')));

    const permission = { Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' };
    expect(Object.values(resources(stack, 'AWS::Lambda::Permission')).map(({ Properties }) => Properties)).toEqual([
      { ...permission, FunctionName: ALIAS },
      { ...permission, FunctionName: FUNCTION },
    ]);
  });

  test('of a role is for the function with every qualifier', () => {
    const stack = agnosticStack();
    const caller = new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() });
    new AsyncFunction(stack, 'Orders', CODE).grantInvoke(caller);

    expect(Object.entries(statements(stack)).find(([id]) => id.startsWith('Caller'))![1]).toEqual([
      { Action: 'lambda:InvokeFunction', Effect: 'Allow', Resource: [FUNCTION, { 'Fn::Join': ['', [FUNCTION, ':*']] }] },
    ]);
  });

  test.each<[string, (stack: Stack, orders: AsyncFunction) => void]>([
    ['a schedule', (stack, orders) => {
      new scheduler.Schedule(stack, 'Nightly', {
        schedule: scheduler.ScheduleExpression.rate(Duration.days(1)), target: new schedulerTargets.LambdaInvoke(orders),
      });
    }],
    ['a destination', (stack, orders) => {
      new lambda.Function(stack, 'Sender', { ...CODE, onFailure: new destinations.LambdaDestination(orders) });
    }],
    ['a rule', (stack, orders) => {
      new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(orders)] });
    }],
    ['a state machine', (stack, orders) => {
      new sfn.StateMachine(stack, 'Machine', {
        definitionBody: sfn.DefinitionBody.fromChainable(new tasks.LambdaInvoke(stack, 'Task', { lambdaFunction: orders, invocationType: tasks.LambdaInvocationType.EVENT })),
      });
    }],
  ])('is given to %s that takes the function itself', (_, declare) => {
    const found = checked(stack => declare(stack, new AsyncFunction(stack, 'Orders', CODE)));
    expect(found.filter(({ id }) => id.includes('Permission'))).toEqual([]);
  });
});
