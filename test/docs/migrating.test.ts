import { App, RemovalPolicy, Stack, type CfnElement } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { fences, page, section } from './pages';
import { runWithFixture } from './snippets';
import { AsyncAlias, AsyncFunction, AsyncInvokeConfig } from '../../lib';
import { CODE, fn } from '../aws/fixture';

const PAGE = page('docs/migrating.md');

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, any>;
}

/** The resources of a stack to which a snippet was added. */
function resourcesOf(snippet: string): Record<string, Resource> {
  const stack = new Stack(new App(), 'Stack');
  runWithFixture(snippet, { self: stack, fn: fn(stack), service: fn(stack, 'Service'), queue: new sqs.Queue(stack, 'FailedOrders') });
  return Template.fromStack(stack).toJSON().Resources;
}

/** The states before and after a migration. */
function migration(heading: string): [before: Record<string, Resource>, after: Record<string, Resource>] {
  const [before, after] = fences(section(PAGE, heading)).filter(({ info }) => info === 'ts').map(({ text }) => resourcesOf(text));
  return [before, after];
}

/** What CloudFormation compares: another logical id, name or qualifier replaces a config. */
function identities(resources: Record<string, Resource>, type: string): unknown[] {
  return Object.entries(resources).filter(([, { Type }]) => Type === type)
    .map(([id, { Properties: { FunctionName, Qualifier, Name } }]) => ({ id, FunctionName, Qualifier, Name }));
}

describe('a config', () => {
  test('keeps what is deployed if it gets another id', () => {
    const [before, after] = migration('Renaming or moving a config');
    const configs = (resources: Record<string, Resource>) => Object.entries(resources).filter(([, { Type }]) => Type === 'AWS::Lambda::EventInvokeConfig');

    expect(configs(before)).toHaveLength(1);
    expect(configs(after)).toEqual(configs(before));
  });

  test('is kept by CloudFormation when it moves to another stack, whether of this library or of aws-cdk-lib', () => {
    const stack = new Stack(new App(), 'Stack');
    const configured = [
      new AsyncInvokeConfig(stack, 'Config', { function: fn(stack), retryAttempts: 0 }),
      new lambda.EventInvokeConfig(stack, 'Other', { function: fn(stack, 'OtherFn'), retryAttempts: 0 }),
    ];
    configured.forEach(config => config.applyRemovalPolicy(RemovalPolicy.RETAIN));

    const policies = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::EventInvokeConfig')).map(({ DeletionPolicy }) => DeletionPolicy);
    expect(policies).toEqual(['Retain', 'Retain']);
  });

  test('of an AsyncAlias is found by its id, and the alias comes first: if it cannot be created, no config changes', () => {
    const stack = new Stack(new App(), 'Stack');
    const alias = new AsyncAlias(stack, 'Live', { function: fn(stack) });
    const [ofAlias, ofLatest] = ['AsyncInvokeConfig', 'LatestAsyncInvokeConfig'].map(id => alias.node.findChild(id).node.defaultChild as lambda.CfnEventInvokeConfig);
    const { Resources } = Template.fromStack(stack).toJSON();
    const idOf = (resource: IConstruct) => stack.getLogicalId(resource as CfnElement);

    expect(Resources[idOf(ofAlias)].DependsOn).toContain(idOf(alias.node.defaultChild!));
    expect(Resources[idOf(ofLatest)].DependsOn).toContain(idOf(ofAlias));
  });
});

describe('the migrations within a stack keep what is deployed', () => {
  test('from the properties of a function to a config', () => {
    const [before, after] = migration('From the properties of lambda.Function, or configureAsyncInvoke');

    expect(identities(before, 'AWS::Lambda::EventInvokeConfig')).toHaveLength(1);
    expect(identities(after, 'AWS::Lambda::EventInvokeConfig')).toEqual(identities(before, 'AWS::Lambda::EventInvokeConfig'));
    expect(identities(after, 'AWS::Lambda::Function')).toEqual(identities(before, 'AWS::Lambda::Function'));
  });

  test('from a function with an alias to an AsyncFunction', () => {
    const [before, after] = migration('From lambda.Function to AsyncFunction');

    expect(identities(after, 'AWS::Lambda::EventInvokeConfig')).toEqual(expect.arrayContaining(identities(before, 'AWS::Lambda::EventInvokeConfig')));
    expect(identities(after, 'AWS::Lambda::EventInvokeConfig')).toHaveLength(2);
    expect(identities(after, 'AWS::Lambda::Alias')).toEqual(identities(before, 'AWS::Lambda::Alias'));
    expect(identities(after, 'AWS::Lambda::Function')).toEqual(identities(before, 'AWS::Lambda::Function'));
  });

  test('from SAM to an AsyncFunction', () => {
    const stack = new Stack(new App(), 'Stack');
    const snippets = fences(section(PAGE, 'From SAM')).filter(({ info }) => info === 'ts');
    runWithFixture(snippets.at(-1)!.text, { self: stack, orders: new AsyncFunction(stack, 'Orders', CODE) });
    const resources = Template.fromStack(stack).toJSON().Resources;

    expect(identities(resources, 'AWS::Lambda::Function')).toMatchObject([{ id: 'OrdersFunction' }]);
    expect(identities(resources, 'AWS::Lambda::Alias')).toMatchObject([{ id: 'OrdersFunctionAliaslive', Name: 'live' }]);
    expect(identities(resources, 'AWS::Lambda::EventInvokeConfig')).toContainEqual(
      { id: 'OrdersFunctionEventInvokeConfig', FunctionName: { Ref: 'OrdersFunction' }, Qualifier: 'live' },
    );
  });
});

test('a trigger can keep its construct id: the logical id of the new resource differs', () => {
  const [before, after] = migration('From Trigger');
  const custom = (resources: Record<string, Resource>) => Object.entries(resources).filter(([, { Type }]) => Type.startsWith('Custom::')).map(([id]) => id);

  expect(custom(before)).toEqual([expect.stringMatching(/^Migrate/)]);
  expect(custom(after)).toEqual([expect.stringMatching(/^Migrate/)]);
  expect(custom(after)).not.toEqual(custom(before));
});

test.each(['From AwsCustomResource', 'From Terraform'])('every snippet of the chapter synthesizes: %s', heading => {
  const snippets = fences(section(PAGE, heading)).filter(({ info }) => info === 'ts');

  expect(snippets.length).toBeGreaterThan(0);
  for (const { text } of snippets) {
    expect(Object.keys(resourcesOf(text)).length).toBeGreaterThan(3);
  }
});
