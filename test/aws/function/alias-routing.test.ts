import { CfnParameter, Fn, Lazy, type Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { aliasViolations, type AliasRouting } from '../../../lib/aws/function/alias-routing';
import { agnosticStack, concreteStack, fn } from '../fixture';

const ARN = 'arn:aws:lambda:eu-west-1:111111111111:function';

function number(made: lambda.IFunction, version: string): lambda.IVersion {
  return lambda.Version.fromVersionAttributes(made.stack, `Version${version}`, { lambda: made, version });
}

/** The violations of an alias of version 7 with the settings given. */
function violations(routing: (made: lambda.Function) => Partial<AliasRouting>, stack: Stack = agnosticStack()): string[] {
  const made = fn(stack);
  return aliasViolations(stack, made, { aliasName: 'live', version: number(made, '7'), ...routing(made) });
}

test('accepts an alias that Lambda accepts', () => {
  expect(violations(() => ({}))).toEqual([]);
  expect(violations(made => ({ version: made.currentVersion, description: 'what callers call', provisionedConcurrentExecutions: 1 }))).toEqual([]);
});

describe('the name', () => {
  test.each(['a', 'a'.repeat(128), '42a'])('%s is accepted', aliasName => {
    expect(violations(() => ({ aliasName }))).toEqual([]);
  });

  test.each([['', '""'], ['42', '"42"'], ['a b', '"a b"'], ['$LATEST', '"$LATEST"'], ['a'.repeat(129), `"${'a'.repeat(100)}"… (129 characters)`]])('%p is refused', (aliasName, got) => {
    expect(violations(() => ({ aliasName }))).toEqual([
      `\`aliasName\` must be 1 to 128 characters: letters, digits, hyphens and underscores, not all digits, got: ${got}. Lambda refuses anything else: the deployment fails. Give the alias another name, e.g. \`v2024\` instead of \`2024\`.`,
    ]);
  });

  test('that is known only at deployment is accepted', () => {
    expect(violations(() => ({ aliasName: Lazy.string({ produce: () => '42' }) }))).toEqual([]);
  });
});

test.each([[256, []], [257, [`\`description\` must be at most 256 characters, got: "${'a'.repeat(100)}"… (257 characters)`]]])('a description of %d characters', (length, found) => {
  expect(violations(() => ({ description: 'a'.repeat(length) }))).toEqual(found);
});

describe('`$LATEST`', () => {
  test('is accepted without other settings', () => {
    expect(violations(made => ({ version: made.latestVersion }))).toEqual([]);
  });

  test('is refused beside a second version', () => {
    expect(violations(made => ({ version: made.latestVersion, additionalVersions: [{ version: number(made, '8'), weight: 0.1 }] }))).toEqual([
      '`version` must be a published version when the alias has an additional one, got: "$LATEST". ' +
      'Lambda refuses it: "$LATEST is not supported for an alias pointing to more than 1 version". Use a published version, e.g. `currentVersion` of the function.',
    ]);
  });

  test('is refused as a second version', () => {
    expect(violations(made => ({ additionalVersions: [{ version: made.latestVersion, weight: 0.1 }] }))).toEqual([
      '`additionalVersions[0].version` must be 1 to 1024 characters: a version number, never `$LATEST`, got: "$LATEST". Lambda refuses anything else: the deployment fails. Use a published version of the function.',
    ]);
  });
});

test('is also refused for its provisioned concurrency', () => {
  expect(violations(() => ({ aliasName: '42', provisionedConcurrentExecutions: 0 }))).toEqual([
    expect.stringMatching(/^`aliasName` must be/), '`provisionedConcurrentExecutions` must be an integer of at least 1, got: 0. Lambda refuses other values: the deployment fails. Give the number of environments to keep ready, or leave it out for none.',
  ]);
});

describe('a second version', () => {
  test.each([0, 0.5, 1])('is accepted with a share of %d', weight => {
    expect(violations(made => ({ additionalVersions: [{ version: number(made, '8'), weight }] }))).toEqual([]);
  });

  test.each([-0.1, 1.1, NaN])('is refused with a share of %d', weight => {
    expect(violations(made => ({ additionalVersions: [{ version: number(made, '8'), weight }] }))).toEqual([
      `\`additionalVersions[0].weight\` must be a number between 0 and 1, got: ${weight}. Lambda refuses anything else: the deployment fails. Give the share of the invocations, e.g. 0.1 for a tenth.`,
    ]);
  });

  test('is accepted with a share that is known only at deployment', () => {
    expect(violations(made => ({ additionalVersions: [{ version: number(made, '8'), weight: new CfnParameter(made, 'Share', { type: 'Number' }).valueAsNumber }] }))).toEqual([]);
  });

  test('must differ from the first', () => {
    expect(violations(made => ({ additionalVersions: [{ version: lambda.Version.fromVersionAttributes(made.stack, 'Same', { lambda: made, version: '7' }), weight: 0.1 }] }))).toEqual([
      '`additionalVersions[0].version` must differ from the main version of the alias, got: Stack/Same. ' +
      'Lambda refuses it: the version "is already included in routing configuration." Leave `additionalVersions` out, or give another version.',
    ]);
  });

  test('must be the only one', () => {
    expect(violations(made => ({ additionalVersions: ['8', '9'].map(version => ({ version: number(made, version), weight: 0.1 })) }))).toEqual([
      '`additionalVersions` must have at most 1 version, got: 2. Lambda refuses it: "Number of items in AdditionalVersionWeights cannot be greater than 1". Share an alias between at most two versions.',
    ]);
  });

  test('must be of the same function', () => {
    expect(violations(({ stack }) => ({ additionalVersions: [{ version: fn(stack, 'Other').currentVersion, weight: 0.1 }] }))).toEqual([
      '`additionalVersions[0].version` must be a version of `function`, got: Stack/Other/CurrentVersion for Stack/Fn',
    ]);
  });
});

describe('the version', () => {
  test('must be of the same function', () => {
    expect(violations(({ stack }) => ({ version: fn(stack, 'Other').currentVersion }))).toEqual([
      '`version` must be a version of `function`, got: Stack/Other/CurrentVersion for Stack/Fn',
    ]);
  });

  test('can be imported by an ARN with the name of the function in it', () => {
    expect(violations(({ functionArn, stack }) => ({ version: lambda.Version.fromVersionArn(stack, 'Imported', `${functionArn}:8`) }))).toEqual([]);
  });

  test('can be imported by a name that may turn out to be that of the function', () => {
    expect(violations(({ stack }) => ({ version: lambda.Version.fromVersionArn(stack, 'Imported', `${ARN}:orders:8`) }))).toEqual([]);
  });

  test('must not be an alias', () => {
    expect(violations(made => ({ version: number(made, 'live') }))).toEqual([
      '`version` must be 1 to 1024 characters: a version number or `$LATEST`, never an alias, got: "live". Lambda refuses anything else: the deployment fails. Use the version that the other alias points to.',
    ]);
  });
});

describe('of imported functions', () => {
  const alias = (stack: Stack, imported: lambda.IFunction, versionArn: string) => aliasViolations(stack, imported, {
    aliasName: 'live', version: lambda.Version.fromVersionArn(imported, 'Version', versionArn),
  });

  test.each([[agnosticStack], [concreteStack]])('a version is accepted if the rest is unknown', stackOf => {
    const stack = stackOf();

    expect(alias(stack, lambda.Function.fromFunctionName(stack, 'Fn', 'orders'), `${ARN}:orders:7`)).toEqual([]);
    expect(alias(stack, lambda.Function.fromFunctionArn(stack, 'Token', Fn.importValue('Arn')), `${ARN}:orders:7`)).toEqual([]);
  });

  test('a version is accepted for a function that is imported with a qualifier', () => {
    const stack = concreteStack();

    expect(alias(stack, lambda.Function.fromFunctionArn(stack, 'Fn', `${ARN}:orders:live`), `${ARN}:orders:7`)).toEqual([]);
  });

  test.each([
    ['name', agnosticStack, `${ARN}:bills:7`],
    ['name', concreteStack, `${ARN}:bills:7`],
    ['Region', concreteStack, 'arn:aws:lambda:us-east-1:111111111111:function:orders:7'],
    ['account', concreteStack, 'arn:aws:lambda:eu-west-1:222222222222:function:orders:7'],
  ])('a version of another %s is refused', (_, stackOf, versionArn) => {
    const stack = stackOf();

    expect(alias(stack, lambda.Function.fromFunctionName(stack, 'Fn', 'orders'), versionArn)).toEqual([
      '`version` must be a version of `function`, got: Stack/Fn/Version for Stack/Fn',
    ]);
  });
});
