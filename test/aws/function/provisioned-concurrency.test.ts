import { CfnCondition, CfnParameter, Lazy, type App, type Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AsyncAlias } from '../../../lib';
import { declaredQualifiers } from '../../../lib/aws/function/declared-qualifiers';
import { provisionedAboveReserved, provisionedViolations, type ProvisionedAlias } from '../../../lib/aws/function/provisioned-concurrency';
import { agnosticStack, errorOf, fn } from '../fixture';

/** The violations of one provisioned environment for the current version of a function, with the settings given. */
function violations(alias: (made: lambda.Function) => Partial<ProvisionedAlias> = () => ({}), props: Partial<lambda.FunctionProps> = {}): string[] {
  const made = fn(agnosticStack(), 'Fn', props);
  return provisionedViolations(made, { version: made.currentVersion, provisionedConcurrentExecutions: 1, ...alias(made) });
}

function number(made: lambda.IFunction, version: string): lambda.IVersion {
  return lambda.Version.fromVersionAttributes(made.stack, `Version${version}`, { lambda: made, version });
}

test('accepts a published version', () => {
  expect(violations()).toEqual([]);
});

test.each([0, 1.5])('refuses %d', provisionedConcurrentExecutions => {
  expect(violations(() => ({ provisionedConcurrentExecutions }))).toEqual([
    `\`provisionedConcurrentExecutions\` must be an integer of at least 1, got: ${provisionedConcurrentExecutions}. Lambda refuses other values: the deployment fails. Give the number of environments to keep ready, or leave it out for none.`,
  ]);
});

test('accepts a number that is known only at deployment', () => {
  expect(violations(() => ({ provisionedConcurrentExecutions: Lazy.number({ produce: () => 0 }) }), { reservedConcurrentExecutions: 1 })).toEqual([]);
});

test('refuses `$LATEST`', () => {
  expect(violations(({ latestVersion }) => ({ version: latestVersion }))).toEqual([
    '`version` must be a published version for provisioned concurrency, got: "$LATEST". Lambda refuses provisioned concurrency on `$LATEST`: the deployment fails. ' +
    'Use `currentVersion` of the function, or leave out the provisioned concurrency.',
  ]);
});

describe('an alias with weights', () => {
  const weighted = (weight: number) => (made: lambda.Function) => ({ additionalVersions: [{ version: number(made, '7'), weight }] });

  test.each([0, 0.1])('is refused, also with a weight of %d', weight => {
    expect(violations(weighted(weight))).toEqual([
      '`provisionedConcurrentExecutions` must be left out for an alias with additional versions, got: 1 beside `additionalVersions`. ' +
      'Lambda refuses it: "Alias with weights can not be used with Provisioned Concurrency". Leave out `additionalVersions`, or the provisioned concurrency.',
    ]);
  });

  test('is accepted without provisioned concurrency', () => {
    expect(violations(made => ({ ...weighted(0.1)(made), provisionedConcurrentExecutions: undefined }))).toEqual([]);
  });
});

describe('a function', () => {
  test('with SnapStart is refused', () => {
    expect(violations(undefined, { runtime: lambda.Runtime.PYTHON_3_13, snapStart: lambda.SnapStartConf.ON_PUBLISHED_VERSIONS })).toEqual([
      '`provisionedConcurrentExecutions` must be left out for a function with SnapStart, got: 1 for Stack/Fn. ' +
      'Lambda does not combine SnapStart with provisioned concurrency: the deployment fails. ' +
      'Leave out the provisioned concurrency, or remove `snapStart` from the function.',
    ]);
  });

  test('with tenant isolation is refused', () => {
    expect(violations(undefined, { tenancyConfig: lambda.TenancyConfig.PER_TENANT })).toEqual([
      '`provisionedConcurrentExecutions` must be left out for a function with tenant isolation, got: 1 for Stack/Fn. ' +
      'Lambda does not combine tenant isolation with provisioned concurrency: the deployment fails. Leave out the provisioned concurrency.',
    ]);
  });

  test.each<[number | undefined, number, string[]]>([
    [undefined, 1000, []],
    [2, 2, []],
    [2, 3, [
      '`provisionedConcurrentExecutions` must be at most the function\'s reserved concurrency, got: 3 for Stack/Fn, which has 2. ' +
      'Lambda refuses a reserve that is "lower than function\'s total provisioned concurrency". ' +
      'Raise `reservedConcurrentExecutions` of the function, or lower the provisioned concurrency.',
    ]],
  ])('with a reserve of %p and %d provisioned', (reservedConcurrentExecutions, provisionedConcurrentExecutions, found) => {
    expect(violations(() => ({ provisionedConcurrentExecutions }), { reservedConcurrentExecutions })).toEqual(found);
  });

  test('with a reserve that is known only at deployment is accepted', () => {
    const stack = agnosticStack();
    const made = fn(stack, 'Fn', { reservedConcurrentExecutions: new CfnParameter(stack, 'Reserve', { type: 'Number' }).valueAsNumber });

    expect(provisionedViolations(made, { version: made.currentVersion, provisionedConcurrentExecutions: 1000 })).toEqual([]);
  });

  test('that is imported is accepted', () => {
    const imported = lambda.Function.fromFunctionName(agnosticStack(), 'Fn', 'orders');

    expect(provisionedViolations(imported, { version: number(imported, '7'), provisionedConcurrentExecutions: 1000 })).toEqual([]);
  });
});

describe('the provisioned concurrency of a function in all', () => {
  /** What an alias with 3 provisioned environments is told beside another alias, for a function with a reserve of 5. */
  const total = (another: (stack: Stack, made: lambda.Function) => unknown, props: lambda.FunctionOptions = { reservedConcurrentExecutions: 5 }) => {
    const stack = agnosticStack();
    const made = fn(stack, 'Fn', props);
    another(stack, made);
    const alias = new AsyncAlias(stack, 'Live', { function: made, configureLatest: false, provisionedConcurrentExecutions: 3 });
    return provisionedAboveReserved(alias, made, declaredQualifiers(alias));
  };
  const other = (provisionedConcurrentExecutions: number, of?: lambda.IFunction) => (stack: Stack, made: lambda.Function) =>
    new lambda.Alias(stack, 'Other', { aliasName: 'other', version: number(of ?? made, '7'), provisionedConcurrentExecutions });
  const refusal = (got: string) => [`\`provisionedConcurrentExecutions\` must be at most the function's reserved concurrency, got: ${got} in all for Stack/Fn, which has 5. `
    + 'Lambda refuses a reserve that is "lower than function\'s total provisioned concurrency". '
    + 'Raise `reservedConcurrentExecutions` of the function, or lower the provisioned concurrency.'];

  test('is refused above its reserve', () => {
    expect(total(other(2))).toEqual([]);
    expect(total(other(3))).toEqual(refusal('6'));
  });

  test('includes versions with their own', () => {
    expect(total((stack, made) => new lambda.Version(stack, 'Other', { lambda: made, provisionedConcurrentExecutions: 4 }))).toEqual(refusal('7'));
  });

  test.each<[string, (stack: Stack, made: lambda.Function) => unknown]>([
    ['of another function', stack => other(3, fn(stack, 'OtherFn'))(stack, fn(stack, 'Third'))],
    ['that only the deployment knows', (stack, made) => new lambda.CfnAlias(stack, 'Other', {
      functionName: made.functionName,
      functionVersion: '7',
      name: 'other',
      provisionedConcurrencyConfig: { provisionedConcurrentExecutions: Lazy.number({ produce: () => 3 }) },
    })],
    ['under a condition', (stack, made) => {
      (other(3)(stack, made).node.defaultChild as lambda.CfnAlias).cfnOptions.condition = new CfnCondition(stack, 'Condition');
    }],
  ])('does not include one %s', (_, another) => {
    expect(total(another)).toEqual([]);
  });

  test('is accepted without a reserve', () => {
    expect(total(other(3), {})).toEqual([]);
  });

  test('is refused at synth', () => {
    const stack = agnosticStack();
    const made = fn(stack, 'Fn', { reservedConcurrentExecutions: 5 });
    other(3)(stack, made);
    new AsyncAlias(stack, 'Live', { function: made, configureLatest: false, provisionedConcurrentExecutions: 3 });

    expect(errorOf(() => (stack.node.root as App).synth())).toContain(`[Stack/Live] ${refusal('6').join()}`);
  });
});

describe('a version that has provisioned concurrency already', () => {
  const refusal = (got: string) =>
    `\`provisionedConcurrentExecutions\` must be left out if the version has provisioned concurrency already, of its own or by another alias, got: ${got}. ` +
    'Lambda allows one provisioned concurrency configuration for each version: the deployment fails. Set it in one place.';

  const provisioned = (stack: Stack, made: lambda.Function, id = 'Live') =>
    new AsyncAlias(stack, id, { function: made, aliasName: id.toLowerCase(), configureLatest: false, provisionedConcurrentExecutions: 1 });

  const synthError = (stack: Stack) => errorOf(() => stack.node.root.node.findAll().flatMap(({ node }) => node.validate()).forEach(message => {
    throw new Error(message);
  }));

  test('of its own is refused', () => {
    expect(violations(undefined, { currentVersionOptions: { provisionedConcurrentExecutions: 1 } })).toEqual([refusal('1 for Stack/Fn/CurrentVersion, which has its own')]);
  });

  test('by an alias that names the function in a way that only the deployment knows is refused at synth, too', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    provisioned(stack, made);
    new lambda.CfnAlias(stack, 'Other', {
      name: 'other',
      functionName: new CfnParameter(stack, 'Name').valueAsString,
      functionVersion: made.currentVersion.version,
      provisionedConcurrencyConfig: { provisionedConcurrentExecutions: 1 },
    });

    expect(synthError(stack)).toBe(refusal('another one for Stack/Fn/CurrentVersion at Stack/Other'));
  });

  test('by another alias is refused at synth, whichever alias comes first', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    provisioned(stack, made);
    new lambda.Alias(stack, 'Other', { aliasName: 'other', version: made.currentVersion, provisionedConcurrentExecutions: 1 });

    expect(synthError(stack)).toBe(refusal('another one for Stack/Fn/CurrentVersion at Stack/Other'));
  });

  test.each<[string, (stack: Stack, made: lambda.Function) => unknown]>([
    ['without provisioned concurrency', (stack, made) => new lambda.Alias(stack, 'Other', { aliasName: 'other', version: made.currentVersion })],
    ['for a version of another function', stack => provisioned(stack, fn(stack, 'OtherFn'), 'Other')],
  ])('is not one with another alias %s', (_, another) => {
    const stack = agnosticStack();
    const made = fn(stack);
    provisioned(stack, made);
    another(stack, made);

    expect(stack.node.findAll().flatMap(({ node }) => node.validate())).toEqual([]);
  });
});
