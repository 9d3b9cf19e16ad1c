import { App, CfnCondition, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AsyncAlias, AsyncFunction } from '../../../lib';
import { sameNames } from '../../../lib/aws/function/alias-name';
import { declaredQualifiers } from '../../../lib/aws/function/declared-qualifiers';
import { agnosticStack, CODE, errorOf, fn } from '../fixture';

const refusal = (other: string) => `\`aliasName\` must differ from the names of the other aliases of the function, got: "live" beside ${other}. `
  + 'Lambda refuses it: "Alias already exists: …". Remove the other alias, or give this one another `aliasName`.';

function live(stack: Stack, made: lambda.IFunction): AsyncAlias {
  return new AsyncAlias(stack, 'Live', { function: made, configureLatest: false });
}

function found(alias: AsyncAlias): string[] {
  return sameNames(alias.node.defaultChild as lambda.CfnAlias, declaredQualifiers(alias));
}

describe('the name of another alias of the function is refused', () => {
  test.each<[string, string, (stack: Stack, made: lambda.Function) => unknown]>([
    ['of aws-cdk-lib', 'Stack/Fn/Aliaslive', (_, made) => made.addAlias('live')],
    ['of this library', 'Stack/Other', (stack, made) => new AsyncAlias(stack, 'Other', { function: made, configureLatest: false })],
    ['written by hand', 'Stack/Other', (stack, made) => new lambda.CfnAlias(stack, 'Other', { functionName: made.functionArn, name: 'live', functionVersion: '1' })],
    ['in another stack', 'Second/Other', (stack, made) =>
      new lambda.CfnAlias(new Stack(stack.node.root as App, 'Second'), 'Other', { functionName: made.functionName, name: 'live', functionVersion: '1' })],
  ])('%s', (_, path, another) => {
    const stack = agnosticStack();
    const made = fn(stack);
    another(stack, made);

    expect(found(live(stack, made))).toEqual([refusal(path)]);
  });

  test('when the app is synthesized, whichever alias comes first', () => {
    const stack = agnosticStack();
    const made = new AsyncFunction(stack, 'Fn', CODE);
    made.addAlias('live');

    expect(errorOf(() => (stack.node.root as App).synth())).toContain(`[Stack/Fn/Alias] ${refusal('Stack/Fn/Aliaslive')}`);
  });
});

test.each<[string, (stack: Stack, made: lambda.Function) => unknown]>([
  ['no other alias', () => undefined],
  ['another name', (_, made) => made.addAlias('other')],
  ['another function', stack => fn(stack, 'Other').addAlias('live')],
  ['a condition', (stack, made) => {
    const { node } = new lambda.Alias(stack, 'Other', { aliasName: 'live', version: made.currentVersion });
    (node.defaultChild as lambda.CfnAlias).cfnOptions.condition = new CfnCondition(stack, 'Condition');
  }],
])('an alias beside %s is accepted', (_, another) => {
  const stack = agnosticStack();
  const made = fn(stack);
  another(stack, made);

  expect(found(live(stack, made))).toEqual([]);
});
