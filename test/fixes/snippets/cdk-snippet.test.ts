import { NestedStack, Stage, Stack, type App } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { cdkSnippet, type Change } from '../../../lib/fixes';
import { ENV, synthesized } from '../../topology/synthesized';

/** The snippet for changes of the first config of an app. */
function snippet(build: (app: App) => void, changes: (key: string, stack: string) => Change[]): string | undefined {
  const topology = synthesized(build, { context: { 'aws:cdk:enable-path-metadata': true } });
  return cdkSnippet(topology, changes(topology.configs[0].key, topology.configs[0].stack));
}

const withConfig = (scope: Stack) => void new lambda.CfnEventInvokeConfig(scope, 'Config', { functionName: 'f', qualifier: '$LATEST', maximumRetryAttempts: 3 });
const HEAD = ["import { CfnResource } from 'aws-cdk-lib';", ''];
const set = (resource: string): Change => ({ kind: 'set', resource, path: ['Properties', 'A.b', 0], value: { Ref: 'Config' } });

test('finds a resource of a nested stack, and adds one there', () => {
  expect(snippet(app => withConfig(new NestedStack(new Stack(app, 'S', { env: ENV }), 'Inner')), (key, stack) => [
    { kind: 'add', stack, logicalId: 'Queue', resource: { Type: 'AWS::SQS::Queue' } }, set(key),
  ])!.split('\n')).toEqual([
    ...HEAD,
    '// At the end of the constructor of S:',
    "const innerConfig = this.node.findChild('Inner').node.findChild('Config') as CfnResource;",
    "const queue = new CfnResource(this.node.findChild('Inner'), 'Queue', { type: 'AWS::SQS::Queue' });",
    "innerConfig.addPropertyOverride('A\\\\.b.0', innerConfig.ref);",
  ]);
});

test('finds what the code of an earlier fix has added', () => {
  expect(snippet(app => withConfig(new Stack(app, 'S', { env: ENV })), (_, stack) => [
    { kind: 'add', stack, logicalId: 'Queue', resource: { Type: 'AWS::SQS::Queue' }, again: true },
  ])!.split('\n').at(-1)).toBe("const queue = this.node.tryFindChild('Queue') as CfnResource ?? new CfnResource(this, 'Queue', { type: 'AWS::SQS::Queue' });");
});

test('gives a new resource the condition of another one', () => {
  expect(snippet(app => withConfig(new Stack(app, 'S', { env: ENV })), (key, stack) => [
    { kind: 'add', stack, logicalId: 'Queue', resource: { Type: 'AWS::SQS::Queue', Condition: 'IsProd' }, conditionOf: key },
  ])!.split('\n').slice(-3)).toEqual([
    "const config = this.node.findChild('Config') as CfnResource;",
    "const queue = new CfnResource(this, 'Queue', { type: 'AWS::SQS::Queue' });",
    'queue.cfnOptions.condition = config.cfnOptions.condition;',
  ]);
});

test('writes an item of a list after those of earlier fixes', () => {
  expect(snippet(app => withConfig(new Stack(app, 'S', { env: ENV })), key => [
    { kind: 'append', resource: key, path: ['Properties', 'A'], value: 'c', index: 2, earlier: ['b'] },
  ])!.split('\n').slice(-2)).toEqual(["config.addPropertyOverride('A.1', 'b');", "config.addPropertyOverride('A.2', 'c');"]);
});

test('begins at the stack of a stage', () => {
  expect(snippet(app => withConfig(new Stack(new Stage(app, 'Prod', { env: ENV }), 'S')), key => [{ kind: 'remove', resource: key, path: [] }])!.split('\n'))
    .toEqual([...HEAD, '// At the end of the constructor of Prod/S:', "this.node.tryRemoveChild('Config');"]);
});

test('keeps a reference that has no construct', () => {
  expect(snippet(app => withConfig(new Stack(app, 'S', { env: ENV })), key => [{ kind: 'set', resource: key, path: ['Properties', 'A'], value: { Ref: 'Parameter' } }]))
    .toContain("config.addPropertyOverride('A', { Ref: 'Parameter' });");
});

test('is not there without construct paths', () => {
  const topology = synthesized(app => withConfig(new Stack(app, 'S', { env: ENV })), { context: { 'aws:cdk:disable-logicalId-metadata': true, 'aws:cdk:disable-path-metadata': true, 'aws:cdk:disable-metadata': true } });
  const [{ key }] = topology.configs;
  const unnamed = { ...topology, resources: new Map([...topology.resources].map(([id, node]) => [id, { ...node, path: undefined }])) };

  expect(cdkSnippet(unnamed, [set(key)])).toBeUndefined();
});

test('is not there for changes of two stacks', () => {
  const topology = synthesized(app => ['A', 'B'].forEach(id => void new sqs.CfnQueue(new Stack(app, id, { env: ENV }), 'Q')), { context: { 'aws:cdk:enable-path-metadata': true } });

  expect(cdkSnippet(topology, [...topology.queues.keys()].map(set))).toBeUndefined();
});
