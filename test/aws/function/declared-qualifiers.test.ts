import { App, Stack, Stage } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AsyncFunction } from '../../../lib';
import { declaredQualifiers, isAliasResource } from '../../../lib/aws/function/declared-qualifiers';
import { functionIdentity } from '../../../lib/aws/target/target-identity';
import { agnosticStack, CODE, fn } from '../fixture';

afterEach(() => jest.restoreAllMocks());

test('has the aliases and versions of each function, however they name it', () => {
  const stack = agnosticStack();
  const [one, other] = [fn(stack, 'One'), fn(stack, 'Other')];
  const alias = one.addAlias('live');
  const byArn = new lambda.CfnAlias(stack, 'ByArn', { functionName: one.functionArn, name: 'other', functionVersion: '1' });
  other.addAlias('live');
  const declared = declaredQualifiers(stack);
  const paths = (of: lambda.IFunction) => declared.get(functionIdentity(stack, of.functionName))!.map(({ node }) => node.path);

  expect([declared.size, paths(other).length]).toEqual([2, 2]);
  expect(paths(one).sort()).toEqual([alias.node.defaultChild!, one.currentVersion.node.defaultChild!, byArn].map(({ node }) => node.path).sort());
});

test('constructs that ask once share one walk; a construct that asks again begins another', () => {
  const stack = agnosticStack();
  const [one, two] = [fn(stack, 'One'), fn(stack, 'Two')];
  const first = declaredQualifiers(one);
  const shared = declaredQualifiers(two);
  one.addAlias('live');
  const next = declaredQualifiers(one);

  expect(shared).toBe(first);
  expect([first.size, next.size]).toEqual([0, 1]);
  expect(declaredQualifiers(two)).toBe(next);
});

test('a construct that is new begins another walk', () => {
  const stack = agnosticStack();
  declaredQualifiers(stack);
  const alias = fn(stack).addAlias('live');

  expect(declaredQualifiers(alias).size).toBe(1);
});

test('stages, which CDK validates one after another, do not share a walk', () => {
  const app = new App();
  const [one, two] = ['One', 'Two'].map(id => new Stack(new Stage(app, id), 'Stack'));

  expect(declaredQualifiers(one)).not.toBe(declaredQualifiers(two));
});

test('an app is walked once to validate all of its aliases', () => {
  const walks = (functions: number) => {
    const stack = agnosticStack();
    Array.from({ length: functions }, (_, index) => new AsyncFunction(stack, `Fn${index}`, CODE));
    const walk = jest.spyOn(stack.node.root.node, 'findAll');
    (stack.node.root as App).synth();
    return walk.mock.calls.length;
  };

  expect(walks(10)).toBe(walks(1));
});

test('knows the L1 of an alias', () => {
  const stack = agnosticStack();
  const alias = fn(stack).addAlias('live');

  expect(stack.node.findAll().filter(isAliasResource)).toEqual([alias.node.defaultChild]);
});
