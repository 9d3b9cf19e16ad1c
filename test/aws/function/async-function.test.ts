import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AsyncAlias, AsyncDestination, AsyncFunction } from '../../../lib';
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
  test('by a service with permission', () => {
    const stack = agnosticStack();
    new AsyncFunction(stack, 'Orders', CODE).grantInvoke(new iam.ServicePrincipal('s3.amazonaws.com'));

    expect(Object.values(resources(stack, 'AWS::Lambda::Permission')).map(({ Properties }) => Properties)).toEqual([
      { Action: 'lambda:InvokeFunction', FunctionName: ALIAS, Principal: 's3.amazonaws.com' },
    ]);
  });

  test('by a role with permission', () => {
    const stack = agnosticStack();
    const caller = new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() });
    new AsyncFunction(stack, 'Orders', CODE).grantInvoke(caller);

    expect(Object.values(statements(stack)).flat()).toContainEqual(
      expect.objectContaining({ Action: 'lambda:InvokeFunction', Resource: ALIAS }),
    );
  });

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
