import { App, CfnParameter, Fn, Stack, Stage } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { AsyncAlias, AsyncInvokeConfig } from '../../../lib';
import { agnosticStack, CODE, concreteStack, errorOf, fn, HERE } from '../fixture';

const RETRIES = { retryAttempts: 0 };

function configured(scope: Construct, id: string, target: lambda.IFunction): void {
  new AsyncInvokeConfig(scope, id, { function: target, ...RETRIES });
}

function synthesized(scope: Construct): void {
  (scope.node.root as App).synth();
}

/** The error at the last of the configs, or elsewhere. */
function refusal(target: string, where = / and (\S+) for /.exec(target)![1], remedy = 'Remove all but one.'): string {
  return 'Validation failed with the following errors:\n' +
    `  [${where}] \`function\` must be configured once for each qualifier, got: ${target}. ` +
    `Lambda keeps one config for each qualifier: the later one overwrites the earlier, and deleting either deletes both. ${remedy}`;
}

describe('two configs for one function and qualifier are refused', () => {
  const pairs: [string, (stack: Stack, made: lambda.Function) => void, string][] = [
    ['both ours', (stack, made) => {
      configured(stack, 'A', made);
      configured(stack, 'B', made);
    }, 'Stack/A and Stack/B for Stack/Fn:$LATEST'],
    ['ours and that of the function', (stack, made) => {
      made.configureAsyncInvoke(RETRIES);
      configured(stack, 'A', made);
    }, 'Stack/Fn/EventInvokeConfig and Stack/A for Stack/Fn:$LATEST'],
    ['ours and a plain resource', (stack, made) => {
      new lambda.CfnEventInvokeConfig(stack, 'Plain', { functionName: made.functionArn, qualifier: '$LATEST' });
      configured(stack, 'A', made);
    }, 'Stack/Plain and Stack/A for Stack/Fn:$LATEST'],
    ['ours and that of `latestVersion`', (stack, made) => {
      made.latestVersion.configureAsyncInvoke(RETRIES);
      configured(stack, 'A', made);
    }, 'Stack/Fn/$LATEST/EventInvokeConfig and Stack/A for Stack/Fn:$LATEST'],
    ['ours for the function and for its `latestVersion`', (stack, made) => {
      configured(stack, 'A', made);
      configured(stack, 'B', made.latestVersion);
    }, 'Stack/A and Stack/B for Stack/Fn:$LATEST'],
    ['ours and that of the alias, which hides its name in the ARN', (stack, made) => {
      const alias = new lambda.Alias(stack, 'Alias', { aliasName: 'live', version: made.currentVersion, ...RETRIES });
      configured(stack, 'A', alias);
    }, 'Stack/Alias/EventInvokeConfig and Stack/A for Stack/Fn:live'],
    ['ours and that of the version', (stack, made) => {
      made.currentVersion.configureAsyncInvoke(RETRIES);
      configured(stack, 'A', made.currentVersion);
    }, 'Stack/Fn/CurrentVersion/EventInvokeConfig and Stack/A for Stack/Fn:Stack/Fn/CurrentVersion'],
    ['theirs alone, as soon as one is ours', (stack, made) => {
      made.configureAsyncInvoke(RETRIES);
      made.latestVersion.configureAsyncInvoke(RETRIES);
      configured(stack, 'A', made.currentVersion);
    }, 'Stack/Fn/EventInvokeConfig and Stack/Fn/$LATEST/EventInvokeConfig for Stack/Fn:$LATEST'],
    ['the alias that an `AsyncAlias` is', (stack, made) => {
      configured(stack, 'A', new AsyncAlias(stack, 'Live', { function: made }));
    }, 'Stack/Live/AsyncInvokeConfig and Stack/A for Stack/Fn:live'],
  ];

  test.each(pairs)('%s', (_, declare, found) => {
    const stack = agnosticStack();
    declare(stack, fn(stack));

    expect(errorOf(() => synthesized(stack))).toBe(refusal(found));
  });

  test('two aliases that each configure `$LATEST`, with the way to leave it alone', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    new AsyncAlias(stack, 'Blue', { function: made, aliasName: 'blue' });
    new AsyncAlias(stack, 'Green', { function: made, aliasName: 'green' });

    expect(errorOf(() => synthesized(stack))).toBe(refusal(
      'Stack/Blue/LatestAsyncInvokeConfig and Stack/Green/LatestAsyncInvokeConfig for Stack/Fn:$LATEST',
      'Stack/Green/LatestAsyncInvokeConfig',
      'Set `configureLatest: false` on the `AsyncAlias` or `AsyncFunction`, or remove the other config.',
    ));
  });

  test('a function and a literal of its name', () => {
    const stack = concreteStack();
    configured(stack, 'A', fn(stack, 'Fn', { functionName: 'orders' }));
    configured(stack, 'B', lambda.Function.fromFunctionArn(stack, 'Imported', `arn:aws:lambda:${HERE.region}:${HERE.account}:function:orders`));

    expect(errorOf(() => synthesized(stack))).toBe(refusal('Stack/A and Stack/B for 111111111111/eu-west-1/orders:$LATEST'));
  });

  test('a singleton that two places declare', () => {
    const stack = agnosticStack();
    configured(stack, 'A', new lambda.SingletonFunction(stack, 'One', { ...CODE, uuid: 'orders' }));
    configured(stack, 'B', new lambda.SingletonFunction(stack, 'Two', { ...CODE, uuid: 'orders' }));

    expect(errorOf(() => synthesized(stack))).toBe(refusal('Stack/A and Stack/B for Stack/SingletonLambdaorders:$LATEST'));
  });

  test('in two stacks', () => {
    const app = new App();
    const [home, away] = ['Home', 'Away'].map(id => new Stack(app, id));
    const made = fn(home);
    configured(home, 'A', made);
    configured(away, 'B', made);

    expect(errorOf(() => app.synth())).toBe(refusal('Home/A and Away/B for Home/Fn:$LATEST'));
  });

  test('inside a stage, once', () => {
    const stage = new Stage(new App(), 'Prod');
    const stack = new Stack(stage, 'Stack');
    const made = fn(stack);
    configured(stack, 'A', made);
    configured(stack, 'B', made);

    expect(errorOf(() => synthesized(stack))).toBe(refusal('Prod/Stack/A and Prod/Stack/B for Prod/Stack/Fn:$LATEST'));
    expect(errorOf(() => stage.synth())).toBe(refusal('Prod/Stack/A and Prod/Stack/B for Prod/Stack/Fn:$LATEST'));
  });

  test('in two stages of one account and Region', () => {
    const app = new App();
    for (const id of ['Beta', 'Prod']) {
      const stack = new Stack(new Stage(app, id, { env: HERE }), 'Stack');
      configured(stack, 'A', lambda.Function.fromFunctionName(stack, 'Imported', 'orders'));
    }

    expect(errorOf(() => app.synth())).toBe(refusal('Beta/Stack/A and Prod/Stack/A for 111111111111/eu-west-1/orders:$LATEST', ''));
  });

  test('and all of them are reported', () => {
    const stack = agnosticStack();
    for (const id of ['Fn', 'Gn']) {
      const made = fn(stack, id);
      ['A', 'B', 'C'].forEach(suffix => configured(stack, `${id}${suffix}`, made));
    }

    expect(errorOf(() => synthesized(stack))).toBe([
      refusal('Stack/FnA and Stack/FnB and Stack/FnC for Stack/Fn:$LATEST', 'Stack/FnC'),
      refusal('Stack/GnA and Stack/GnB and Stack/GnC for Stack/Gn:$LATEST', 'Stack/GnC').split('\n')[1],
    ].join('\n'));
  });
});

describe('two configs are accepted', () => {
  test('for two qualifiers of one function', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    configured(stack, 'A', made);
    configured(stack, 'B', made.currentVersion);
    configured(stack, 'C', made.addAlias('live'));
    configured(stack, 'D', made.addAlias('next'));

    expect(() => synthesized(stack)).not.toThrow();
  });

  test('for one name in stages that may belong to different accounts', () => {
    const app = new App();
    for (const id of ['Beta', 'Prod']) {
      const stack = new Stack(new Stage(app, id), 'Stack');
      configured(stack, 'A', fn(stack, 'Fn', { functionName: 'orders' }));
    }

    expect(() => app.synth()).not.toThrow();
  });

  test('for one name in two accounts', () => {
    const app = new App();
    for (const account of ['111111111111', '222222222222']) {
      const stack = new Stack(app, `In${account}`, { env: { ...HERE, account } });
      configured(stack, 'A', lambda.Function.fromFunctionName(stack, 'Imported', 'orders'));
    }

    expect(() => app.synth()).not.toThrow();
  });

  test.each([
    ['parameters of one id in two stacks', (stack: Stack) => new CfnParameter(stack, 'Name').valueAsString],
    ['exports of one ending', (stack: Stack) => Fn.importValue(`${stack.stackName}:Name`)],
  ])('for %s', (_, name) => {
    const app = new App();
    for (const id of ['One', 'Other']) {
      const stack = new Stack(app, id, { env: HERE });
      configured(stack, 'A', lambda.Function.fromFunctionName(stack, 'Imported', name(stack)));
    }

    expect(() => app.synth()).not.toThrow();
  });

  test('of aws-cdk-lib in an app without our configs', () => {
    const stack = agnosticStack();
    const made = fn(stack, 'Fn', RETRIES);
    made.latestVersion.configureAsyncInvoke(RETRIES);

    expect(() => synthesized(stack)).not.toThrow();
  });
});
