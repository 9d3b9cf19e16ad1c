import { Stack, type App } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { currentVersionOf, handlerTrigger } from '../../../lib/aws/deploy-time/handler-trigger';
import { agnosticStack, fn } from '../fixture';

test('a function that the app makes stands for its current version, anything else for itself', () => {
  const stack = agnosticStack();
  const made = fn(stack);
  const others = [made.latestVersion, made.addAlias('live'), lambda.Function.fromFunctionName(stack, 'Theirs', 'theirs')];

  expect(currentVersionOf(made)).toBe(made.currentVersion);
  expect(others.map(currentVersionOf)).toEqual(others);
});

describe('the trigger', () => {
  test('is the version of an alias', () => {
    const stack = agnosticStack();
    const alias = fn(stack).addAlias('live');

    expect(stack.resolve(handlerTrigger(stack, alias))).toEqual({ '@handler': stack.resolve(alias.version.functionArn) });
  });

  test('is the logical id of a version of another stack', () => {
    const stack = agnosticStack();
    const alias = fn(stack).addAlias('live');
    const other = new Stack(stack.node.root as App, 'Other');

    expect(other.resolve(handlerTrigger(other, alias))).toEqual({ '@handler': expect.stringMatching(/^FnCurrentVersion[0-9A-F]{8}[0-9a-f]{32}$/) });
  });

  test('is absent for an imported version, and for a version itself, which is invoked by its own name', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    const seven = lambda.Version.fromVersionAttributes(stack, 'Seven', { lambda: made, version: '7' });
    const targets = [lambda.Alias.fromAliasAttributes(stack, 'Live', { aliasName: 'live', aliasVersion: seven }), seven, made.currentVersion];

    expect(targets.map(target => handlerTrigger(stack, target))).toEqual([{}, {}, {}]);
  });
});
