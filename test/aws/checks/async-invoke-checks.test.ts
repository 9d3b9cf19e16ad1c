import { CfnElement, Duration, NestedStack, Stack, Stage, Validations, type App, type PolicyViolation } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { ServerlessChecks } from 'cdk-nag';
import type { Construct, IConstruct } from 'constructs';
import type { Check } from '../../../lib/checks';
import { EVENT_AGE_TOO_SHORT_FOR_RETRIES } from '../../../lib/constraints/aws-lambda/event-queue';
import { ENV, functionIn } from '../../topology/synthesized';
import { newApp, recorded, silently, synth, type Outcome } from '../validated';
import { AsyncInvokeChecks, AsyncInvokeConfig, type AsyncInvokeChecksProps } from 'cdk-async-invoke';

const ID = 'cdk-async-invoke:FifoQueueDestination';

/** One error and two warnings that stay what they are, whatever rules there are. */
jest.mock('../../../lib/checks/checks', () => {
  const { fifoQueueDestination } = jest.requireActual('../../../lib/checks/rules/fifo-queue-destination');
  const { known } = jest.requireActual('../../../lib/topology');
  const { EVENT_AGE_TOO_SHORT_FOR_RETRIES: rule } = jest.requireActual('../../../lib/constraints/aws-lambda/event-queue');
  const oneMinute: Check = {
    rule,
    severity: 'warning',
    find: ({ topology: { configs } }) => configs
      .filter(({ maxEventAge }) => known(maxEventAge) === 60)
      .map(origin => ({ origin, property: 'MaximumEventAgeInSeconds', value: '60' })),
  };
  const { zeroReservedConcurrency } = jest.requireActual('../../../lib/checks/rules/zero-reserved-concurrency');
  return { CHECKS: [fifoQueueDestination, oneMinute, zeroReservedConcurrency] };
});

describe('an error', () => {
  test('fails the synth with the remedy', () => {
    const app = newApp();
    fifo(new Stack(app, 'S', { env: ENV }));

    const { failed, text, found } = validate(app);

    expect(failed).toBe(true);
    expect(text).toContain('`DestinationConfig.OnFailure.Destination` must be a standard queue, got: S/Fifo. Lambda refuses FIFO queues as destinations: the deployment fails.');
    expect(text).toContain('FifoQueueDestination');
    expect(found).toEqual([{
      ruleName: 'FifoQueueDestination',
      description: '`DestinationConfig.OnFailure.Destination` must be a standard queue, got: S/Fifo. '
        + 'Lambda refuses FIFO queues as destinations: the deployment fails. Use a standard queue, or a function that writes to the FIFO queue.',
      severity: 'error',
      ruleMetadata: { source: expect.stringContaining('AWS Lambda API reference') },
      violatingResources: [{
        constructPath: 'S/FifoConfig',
        resourceLogicalId: 'FifoConfig',
        templatePath: `${app.outdir}/S.template.json`,
        locations: ['Properties.DestinationConfig.OnFailure.Destination'],
      }],
    }]);
  });

  test('is at its stack if its resource has no construct', () => {
    const app = newApp();
    new Raw(new Stack(app, 'S', { env: ENV }), 'Raw');

    expect(validate(app).found.map(({ violatingResources: [{ constructPath, resourceLogicalId }] }) => [constructPath, resourceLogicalId])).toEqual([['S', 'FifoConfig']]);
  });

  test('is found in stages, in nested stacks, and by a plugin at a stage', () => {
    const app = newApp();
    const stages = ['One', 'Two'].map(id => new Stage(app, id, { env: ENV }));
    stages.forEach(stage => fifo(new NestedStack(new Stack(stage, 'S'), 'N')));

    expect(validate(app, {}, stages[1]).found.map(({ violatingResources: [{ constructPath }] }) => constructPath)).toEqual(['Two/S/N/FifoConfig']);
  });

  test('is found once in an app with several stages', () => {
    const app = newApp();
    fifo(new Stack(app, 'S', { env: ENV }));
    fifo(new Stack(new Stage(app, 'One', { env: ENV }), 'S'));

    expect(validate(app).found.map(({ violatingResources: [{ constructPath }] }) => constructPath).sort()).toEqual(['One/S/FifoConfig', 'S/FifoConfig']);
  });
});

describe('what could not be read', () => {
  const withMacro = (id = 'S') => {
    const app = newApp();
    const stack = new Stack(app, id, { env: ENV });
    stack.addTransform('AWS::Serverless-2016-10-31');
    return { app, stack };
  };

  test.each([false, true])('is told without failing the synth, strict or not: %s', strict => {
    const { app } = withMacro();

    const { failed, text, found } = validate(app, { strict });

    expect(failed).toBe(false);
    expect(text).toContain('not everything could be read: S: the template has a `Transform`');
    expect(found).toEqual([{
      ruleName: 'NotEverythingRead',
      description: 'not everything could be read: S: the template has a `Transform`',
      severity: 'info',
      violatingResources: [{ constructPath: 'S', templatePath: `${app.outdir}/S.template.json`, locations: [] }],
    }]);
  });

  test('is told beside findings', () => {
    const { app, stack } = withMacro();
    fifo(stack);

    expect(validate(app).found.map(({ ruleName }) => ruleName)).toEqual(['FifoQueueDestination', 'NotEverythingRead']);
  });

  test('can be excluded', () => {
    expect(validate(withMacro().app, { exclude: ['NotEverythingRead'] }).found).toEqual([]);
  });

  test('can be acknowledged', () => {
    const { app, stack } = withMacro();
    Validations.of(stack).acknowledge({ id: 'cdk-async-invoke:NotEverythingRead', reason: 'the macro adds no functions' });

    expect(validate(app).found).toEqual([]);
  });
});

describe('no finding', () => {
  test('is reported for an app that breaks no rule', () => {
    const app = newApp();
    functionIn(new Stack(app, 'S'), 'Fn');

    expect(validate(app)).toMatchObject({ failed: false, found: [] });
  });

  test('is reported for an app without stacks', () => {
    expect(validate(newApp())).toMatchObject({ failed: false, found: [] });
  });
});

describe('a warning', () => {
  test('is reported and does not fail the synth', () => {
    const app = newApp();
    impatient(new Stack(app, 'S', { env: ENV }));

    const { failed, text, found } = validate(app);

    expect(failed).toBe(false);
    expect(found.map(({ ruleName, severity }) => [ruleName, severity])).toEqual([['EventAgeTooShortForRetries', 'warning']]);
    expect(text).toContain('`MaximumEventAgeInSeconds` must leave time for the retries, got: 60.');
  });

  test('fails the synth when strict', () => {
    const app = newApp();
    impatient(new Stack(app, 'S', { env: ENV }));

    const { failed, found } = validate(app, { strict: true });

    expect(failed).toBe(true);
    expect(found.map(({ severity }) => severity)).toEqual(['error']);
  });

  test('fails a strict synth although another one is acknowledged', () => {
    const app = newApp();
    const stack = new Stack(app, 'S', { env: ENV });
    impatient(stack);
    fifo(stack);
    Validations.of(app).acknowledge({ id: 'cdk-async-invoke::FifoQueueDestination', reason: 'tried out' });

    expect(validate(app, { strict: true }).failed).toBe(true);
  });

  describe('that a construct of this library gives already', () => {
    const warned = () => {
      const app = newApp();
      const stack = new Stack(app, 'S', { env: ENV });
      const config = new AsyncInvokeConfig(stack, 'Impatient', { function: functionIn(stack, 'Fn'), retryAttempts: 2, maxEventAge: Duration.minutes(1) });
      return { app, stack, config };
    };

    test('is not given twice', () => {
      const { app, stack } = warned();

      expect(validate(app)).toMatchObject({ failed: false, found: [] });
      expect(annotations(stack)).toHaveLength(1);
    });

    test('fails the synth when strict', () => {
      expect(validate(warned().app, { strict: true }).failed).toBe(true);
    });

    test('is not given twice if the construct is beside the one that it names', () => {
      const app = newApp();
      const stack = new Stack(app, 'S', { env: ENV });
      const [fn] = ['Off', 'Off2'].map(id => functionIn(stack, id, { reservedConcurrentExecutions: 0 }));
      new AsyncInvokeConfig(stack, 'Config', { function: fn, retryAttempts: 0 });

      expect(validate(app).found).toEqual([]);
    });

    test('is given if the first was for another construct', () => {
      const app = newApp();
      const stack = new Stack(app, 'S', { env: ENV });
      const [off, off2] = ['Off', 'Off2'].map(id => functionIn(stack, id, { reservedConcurrentExecutions: 0 }));
      off.configureAsyncInvoke({ retryAttempts: 0 });
      new AsyncInvokeConfig(stack, 'Config', { function: off2, retryAttempts: 0 });

      expect(validate(app).found.map(({ violatingResources: [{ constructPath }] }) => constructPath)).toEqual(['S/Off/Resource']);
    });

    test('is acknowledged with the same line', () => {
      const { app, stack, config } = warned();
      Validations.of(config).acknowledge({ id: 'cdk-async-invoke:EventAgeTooShortForRetries', reason: 'late is worthless' });

      expect(validate(app, { strict: true })).toMatchObject({ failed: false, found: [] });
      expect(annotations(stack)).toEqual([]);
    });
  });
});

describe('a rule is excluded', () => {
  test.each(['FifoQueueDestination', ID])('by its id: %s', id => {
    const app = newApp();
    fifo(new Stack(app, 'S', { env: ENV }));

    expect(validate(app, { exclude: [id] })).toMatchObject({ failed: false, found: [] });
  });

  test.each(['FifoQueue', '', 'cdk-nag:FifoQueueDestination', 'fifoqueuedestination'])('but not by the id %p, which no rule has', id => {
    expect(() => new AsyncInvokeChecks({ exclude: ['FifoQueueDestination', id] })).toThrow(
      `\`exclude\` must name rules that exist, got: ${JSON.stringify(id)}. The rules are: ErrorInStage, ${EVENT_AGE_TOO_SHORT_FOR_RETRIES.id}, FifoQueueDestination, ForeignFunction, ZeroReservedConcurrency.`);
  });
});

describe('a finding is acknowledged', () => {
  const twoStacks = () => {
    const app = newApp();
    const stacks = ['A', 'B'].map(id => new Stack(app, id, { env: ENV }));
    return { app, stacks, configs: stacks.map(fifo) };
  };
  const paths = (app: App) => validate(app).found.map(({ violatingResources: [{ constructPath }] }) => constructPath);

  test('at its construct only', () => {
    const { app, configs } = twoStacks();
    acknowledge(configs[0], ID);

    expect(paths(app)).toEqual(['B/FifoConfig']);
  });

  test('at its stack only', () => {
    const { app, stacks } = twoStacks();
    acknowledge(stacks[1], ID);

    expect(paths(app)).toEqual(['A/FifoConfig']);
  });

  test('at the app', () => {
    const { app } = twoStacks();
    acknowledge(app, ID);

    expect(validate(app)).toMatchObject({ failed: false, found: [] });
  });

  test('at the app, with the id of aws-cdk-lib', () => {
    const { app } = twoStacks();
    acknowledge(app, 'cdk-async-invoke::FifoQueueDestination');

    expect(validate(app).failed).toBe(false);
  });

  test('at a stage', () => {
    const app = newApp();
    const stages = ['One', 'Two'].map(id => new Stage(app, id, { env: ENV }));
    stages.forEach(stage => fifo(new Stack(stage, 'S')));
    acknowledge(stages[0], ID);

    expect(validate(app).found.map(({ violatingResources: [{ constructPath }] }) => constructPath)).toEqual(['Two/S/FifoConfig']);
  });

  test('in templates without construct paths', () => {
    const app = newApp({ 'aws:cdk:enable-path-metadata': false });
    const stack = new Stack(app, 'S', { env: ENV });
    fifo(stack);
    acknowledge(stack.node.findChild('FifoConfig'), ID);

    expect(validate(app)).toMatchObject({ failed: false, found: [] });
  });

  test('by the construct tree, for equal logical ids', () => {
    const app = newApp({ 'aws:cdk:enable-path-metadata': false });
    const stack = new Stack(app, 'S', { env: ENV });
    fifo(stack);
    acknowledge(fifo(new NestedStack(stack, 'N')), ID);

    expect(validate(app).found.map(({ violatingResources: [{ constructPath }] }) => constructPath)).toEqual(['S/FifoConfig']);
  });

  test.each(['FifoQueueDestination', 'cdk-async-invoke:FifoTopicDestination', 'cdk-nag:FifoQueueDestination'])('but not as %s', id => {
    const { app } = twoStacks();
    acknowledge(app, id);

    expect(validate(app).failed).toBe(true);
  });
});

describe('a config for a function of another account or Region', () => {
  const ELSEWHERE = 'arn:aws:lambda:us-east-1:210987654321:function:orders';
  const HERE = `arn:aws:lambda:${ENV.region}:${ENV.account}:function:orders`;
  const found = (build: (stack: Stack) => void) => {
    const app = newApp();
    build(new Stack(app, 'S', { env: ENV }));
    return validate(app).found.map(({ ruleName, violatingResources: [{ constructPath }] }) => `${ruleName} ${constructPath}`);
  };
  const imported = (stack: Stack, id: string, arn: string) => lambda.Function.fromFunctionArn(stack, id, arn);

  test('is found at a config of aws-cdk-lib', () => {
    expect(found(stack => imported(stack, 'Orders', ELSEWHERE).configureAsyncInvoke({ retryAttempts: 0 })))
      .toEqual(['ForeignFunction S/Orders/EventInvokeConfig/Resource']);
  });

  test('is found at a config beside its function', () => {
    expect(found(stack => new lambda.EventInvokeConfig(stack, 'Config', { function: imported(stack, 'Orders', ELSEWHERE), retryAttempts: 0 })))
      .toEqual(['ForeignFunction S/Config/Resource']);
  });

  test('is found although the stack has a function of that name, which the config would configure instead', () => {
    expect(found(stack => {
      new lambda.CfnFunction(stack, 'Here', { functionName: 'orders', role: 'arn:aws:iam::123456789012:role/r', code: {} });
      imported(stack, 'Orders', ELSEWHERE).configureAsyncInvoke({ retryAttempts: 0 });
    })).toEqual(['ForeignFunction S/Orders/EventInvokeConfig/Resource']);
  });

  test.each<[string, (stack: Stack) => void]>([
    ['the function is here', stack => imported(stack, 'Orders', HERE).configureAsyncInvoke({ retryAttempts: 0 })],
    ['its environment is not told', stack => lambda.Function.fromFunctionName(stack, 'Orders', 'orders').configureAsyncInvoke({ retryAttempts: 0 })],
    ['the function is one of the stack', stack => functionIn(stack, 'Fn').configureAsyncInvoke({ retryAttempts: 0 })],
    ['a function of that name is here, too', stack => {
      imported(stack, 'Here', HERE);
      new lambda.EventInvokeConfig(stack, 'Config', { function: imported(stack, 'Elsewhere', ELSEWHERE), retryAttempts: 0 });
    }],
    ['the config was written by hand', stack => {
      imported(stack, 'Elsewhere', ELSEWHERE);
      new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: 'orders', qualifier: '$LATEST', maximumRetryAttempts: 0 });
    }],
  ])('is not reported if %s', (_, build) => {
    expect(found(build)).toEqual([]);
  });
});

describe('together with cdk-nag', () => {
  test('each reports its own findings', () => {
    const app = newApp();
    fifo(new Stack(app, 'S', { env: ENV }));
    Validations.of(app).addPlugins(new ServerlessChecks(app));

    const { failed, text } = validate(app);

    expect(failed).toBe(true);
    expect(text).toContain('Serverless-LambdaDLQ');
    expect(text).toContain('FifoQueueDestination');
  });

  test('only the dead-letter rule is acknowledged for a function with a failure destination', () => {
    const app = newApp();
    const stack = new Stack(app, 'S', { env: ENV });
    const stored = functionIn(stack, 'Stored');
    functionIn(stack, 'Lost');
    acknowledge(stored, 'Serverless-LambdaDLQ');
    const { plugin, reports } = recorded(new ServerlessChecks(app));
    Validations.of(app).addPlugins(plugin);

    synth(app);

    const at = (rule: string) => reports[0].violations.filter(({ ruleName }) => ruleName === rule)
      .flatMap(({ violatingResources }) => violatingResources.map(({ constructPath }) => constructPath));
    expect(at('Serverless-LambdaDLQ')).toEqual(['S/Lost/Resource']);
    expect(at('Serverless-LambdaTracing').sort()).toEqual(['S/Lost/Resource', 'S/Stored/Resource']);
  });
});

function validate(app: App, props?: AsyncInvokeChecksProps, scope: IConstruct = app): Outcome & { found: PolicyViolation[] } {
  const { plugin, reports } = recorded(new AsyncInvokeChecks(props));
  Validations.of(scope).addPlugins(plugin);
  const outcome = synth(app);
  return { ...outcome, found: reports.flatMap(({ violations }) => violations) };
}

function annotations(stack: Stack) {
  return silently(() => Annotations.fromStack(stack)).findWarning('*', Match.stringLikeRegexp('leave time for the retries'));
}

function fifo(scope: Construct): lambda.CfnEventInvokeConfig {
  return new lambda.CfnEventInvokeConfig(scope, 'FifoConfig', {
    functionName: functionIn(scope, 'FifoFn').functionName,
    qualifier: '$LATEST',
    destinationConfig: { onFailure: { destination: new sqs.Queue(scope, 'Fifo', { fifo: true }).queueArn } },
  });
}

function impatient(scope: Construct): void {
  functionIn(scope, 'Impatient', { maxEventAge: Duration.minutes(1) });
}

function acknowledge(scope: IConstruct, id: string): void {
  Validations.of(scope).acknowledge({ id, reason: 'tested' });
}

/** A part of a template that was written by hand. */
class Raw extends CfnElement {
  _toCloudFormation(): object {
    return {
      Resources: {
        Fifo: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } },
        FifoConfig: {
          Type: 'AWS::Lambda::EventInvokeConfig',
          Properties: { FunctionName: 'orders', Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Fifo', 'Arn'] } } } },
        },
      },
    };
  }
}
