import { App, Lazy, NestedStack, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { LambdaDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import {
  AsyncAlias, AsyncDestination, AsyncInvokeConfig, AsyncInvokeConfigLookup, DeployTimeAsyncInvokeConfig, DeployTimeInvocation,
} from '../../../lib';
import { errorOf, fn, HERE } from '../fixture';

type Declare = (stack: Stack, target: lambda.IFunction) => unknown;

/** The constructs that refer to the function that they are given. */
const CONSTRUCTS: [string, Declare][] = [
  ['AsyncInvokeConfig', (stack, target) => new AsyncInvokeConfig(stack, 'It', { function: target, retryAttempts: 0 })],
  ['DeployTimeAsyncInvokeConfig', (stack, target) => new DeployTimeAsyncInvokeConfig(stack, 'It', { function: target, retryAttempts: 0 })],
  ['AsyncInvokeConfigLookup', (stack, target) => new AsyncInvokeConfigLookup(stack, 'It', { function: target })],
  ['DeployTimeInvocation', (stack, target) => new DeployTimeInvocation(stack, 'It', { function: target })],
  ['AsyncDestination.function', (stack, target) => new AsyncInvokeConfig(stack, 'It', { function: fn(stack, 'Source'), onFailure: AsyncDestination.function(target) })],
  ['AsyncDestination.function with `responseOnly`', (stack, target) => new AsyncInvokeConfig(stack, 'It', {
    function: fn(stack, 'Source'), onFailure: AsyncDestination.function(target, { responseOnly: true }),
  })],
];

const refusal = (property: string) =>
  `\`${property}\` must not be the current version of a function of another stack, got: Functions/Fn/CurrentVersion in stack Other. ` +
  'Each change of the code replaces the version and its export. CloudFormation refuses to delete an export that another stack imports. ' +
  'Declare the construct in the stack of the function, or pass an alias that is declared there. ' +
  'A `DeployTimeInvocation` can also set `executeOnHandlerChange: false`. [Other/It]';

/** Two stacks, and a function with some code in the first. */
function stacks(code = '1'): { functions: Stack; other: Stack; made: lambda.Function } {
  const app = new App();
  const [functions, other] = ['Functions', 'Other'].map(id => new Stack(app, id, { env: HERE }));
  return { functions, other, made: fn(functions, 'Fn', { code: lambda.Code.fromInline(code) }) };
}

/** The names of the exports of the first stack that the second imports. */
function imported({ other }: ReturnType<typeof stacks>): string[] {
  const assembly = (other.node.root as App).synth();
  const outputs: { Export?: { Name: string } }[] = Object.values(assembly.getStackByName('Functions').template.Outputs ?? {});
  const template = JSON.stringify(assembly.getStackByName('Other').template);
  return outputs.map(output => output.Export!.Name).filter(name => template.includes(name)).sort();
}

describe('the current version of a function of another stack is refused', () => {
  test.each(CONSTRUCTS)('by %s', (construct, declare) => {
    const { other, made } = stacks();

    expect(errorOf(() => declare(other, made.currentVersion))).toBe(refusal(construct.startsWith('AsyncDestination') ? 'onFailure' : 'function'));
  });

  test.each<[string, (stack: Stack, version: lambda.Version) => lambda.IFunction]>([
    ['by its ARN', (stack, { functionArn }) => lambda.Version.fromVersionArn(stack, 'Imported', functionArn)],
    ['by its attributes', (stack, version) => lambda.Version.fromVersionAttributes(stack, 'Imported', { lambda: version.lambda, version: version.version })],
    ['as a function', (stack, { functionArn }) => lambda.Function.fromFunctionArn(stack, 'Imported', functionArn)],
    ['by a lazy ARN', (stack, { functionArn }) => lambda.Function.fromFunctionArn(stack, 'Imported', Lazy.string({ produce: () => functionArn }))],
    ['as the version of an alias', (stack, { functionArn }) => lambda.Alias.fromAliasAttributes(stack, 'Imported', {
      aliasName: 'live', aliasVersion: lambda.Version.fromVersionArn(stack, 'OfAlias', functionArn),
    })],
  ])('if it is imported %s', (_, importIn) => {
    const { other, made } = stacks();
    const target = importIn(other, made.currentVersion);

    expect(errorOf(() => new AsyncInvokeConfig(other, 'It', { function: target, retryAttempts: 0 }))).toBe(refusal('function'));
  });

  test.each(['onFailure', 'onSuccess'])('as a destination of aws-cdk-lib in `%s`', property => {
    const { other, made } = stacks();
    const config = () => new AsyncInvokeConfig(other, 'It', { function: fn(other, 'Source'), [property]: new LambdaDestination(made.currentVersion) });

    expect(errorOf(config)).toBe(refusal(property));
  });

  test('as an additional version of an AsyncAlias', () => {
    const { functions, other, made } = stacks();
    const version = new lambda.Version(functions, 'Proven', { lambda: made });
    const additionalVersions = [{ version: made.currentVersion, weight: 0.1 }];

    expect(errorOf(() => new AsyncAlias(other, 'It', { function: made, version, additionalVersions }))).toBe(refusal('additionalVersions[0].version'));
  });

  test('but no version that keeps its id, whatever its name', () => {
    const { functions, other, made } = stacks();
    const version = new lambda.Version(functions, 'CurrentVersion', { lambda: made });

    expect(() => new AsyncInvokeConfig(other, 'It', { function: version, retryAttempts: 0 })).not.toThrow();
  });

  test('by DeployTimeInvocation, which invokes a function by that version', () => {
    const { other, made } = stacks();

    expect(errorOf(() => new DeployTimeInvocation(other, 'It', { function: made }))).toBe(refusal('function'));
  });

  test('by AsyncAlias, which points to that version', () => {
    const { other, made } = stacks();

    expect(errorOf(() => new AsyncAlias(other, 'It', { function: made }))).toBe(refusal('version'));
  });

  test.each(CONSTRUCTS)('but accepted by %s in a nested stack', (_, declare) => {
    const { functions, made } = stacks();

    expect(() => declare(new NestedStack(functions, 'Nested'), made.currentVersion)).not.toThrow();
  });
});

describe('a change of the code keeps every export that is imported', () => {
  test.each(CONSTRUCTS)('by %s for an alias', (_, declare) => {
    const [before, after] = ['1', '2'].map(code => {
      const declared = stacks(code);
      declare(declared.other, new lambda.Alias(declared.functions, 'Live', { aliasName: 'live', version: declared.made.currentVersion }));
      return imported(declared);
    });

    expect(before).not.toEqual([]);
    expect(after).toEqual(before);
  });

  test('by DeployTimeInvocation with `executeOnHandlerChange: false`', () => {
    const [before, after] = ['1', '2'].map(code => {
      const declared = stacks(code);
      new DeployTimeInvocation(declared.other, 'It', { function: declared.made, executeOnHandlerChange: false });
      return imported(declared);
    });

    expect(before).not.toEqual([]);
    expect(after).toEqual(before);
  });
});

test('an invocation of an alias of another stack has its version as a trigger, without an export', () => {
  const [before, after] = ['1', '2'].map(code => {
    const { functions, other, made } = stacks(code);
    new DeployTimeInvocation(other, 'It', { function: new lambda.Alias(functions, 'Live', { aliasName: 'live', version: made.currentVersion }) });
    const { Resources } = (other.node.root as App).synth().getStackByName('Other').template;
    return Object.values<any>(Resources).find(({ Type }) => Type === 'Custom::LambdaDeployTimeInvocation').Properties.Triggers['@handler'];
  });

  expect(before).toMatch(/^FnCurrentVersion[0-9A-Fa-f]+$/);
  expect(after).toMatch(/^FnCurrentVersion[0-9A-Fa-f]+$/);
  expect(after).not.toBe(before);
});
