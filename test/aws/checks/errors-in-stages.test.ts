import { Duration, NestedStack, Stack, Stage, Validations, type App } from 'aws-cdk-lib';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { REPORT_READ_BY_COMMAND_LINE } from '../../../lib/constraints/aws-cdk/stage';
import { functionIn } from '../../topology/synthesized';
import { newApp, recorded, synth } from '../validated';
import { AsyncInvokeChecks, type AsyncInvokeChecksProps } from 'cdk-async-invoke';

const CONTEXT = { [REPORT_READ_BY_COMMAND_LINE.key]: REPORT_READ_BY_COMMAND_LINE.value };
const FOUND = ['FifoQueueDestination Prod/Shop/Fn/EventInvokeConfig/Resource'];

test('an error in a stage is also told at the app', () => {
  const inStage = () => {
    const app = newApp(CONTEXT);
    fifo(new Stack(new Stage(app, 'Prod'), 'Shop'));
    return app;
  };

  expect(found(inStage())).toEqual([...FOUND, 'ErrorInStage ']);
  expect(text(inStage())).toBe('`Stage` must have no errors, got: FifoQueueDestination at Prod/Shop/Fn/EventInvokeConfig/Resource. '
    + 'The CDK command line hides findings in stages from a command that does not name their stacks: `cdk synth` would show none and succeed. '
    + "Run `cdk synth '**'`, which shows each finding. If you deploy stage by stage, acknowledge this one at the app.");
});

test('several errors are counted', () => {
  const app = newApp(CONTEXT);
  ['Dev', 'Prod', 'Test'].forEach(id => fifo(new Stack(new Stage(app, id), 'Shop')));

  expect(text(app)).toContain('got: FifoQueueDestination at Dev/Shop/Fn/EventInvokeConfig/Resource and 2 more. ');
});

test('an error in a nested stack of a stage counts', () => {
  const app = newApp(CONTEXT);
  fifo(new NestedStack(new Stack(new Stage(app, 'Prod'), 'Shop'), 'Nested'));

  expect(text(app)).toContain('got: FifoQueueDestination at Prod/Shop/Nested/Fn/EventInvokeConfig/Resource. ');
});

test('a warning in a stage counts when strict', () => {
  const inStage = () => {
    const app = newApp(CONTEXT);
    functionIn(new Stack(new Stage(app, 'Prod'), 'Shop'), 'Fn', { maxEventAge: Duration.minutes(1) });
    return app;
  };

  expect(found(inStage())).toEqual(['EventAgeTooShortForRetries Prod/Shop/Fn/EventInvokeConfig/Resource']);
  expect(found(inStage(), { strict: true })).toEqual(['EventAgeTooShortForRetries Prod/Shop/Fn/EventInvokeConfig/Resource', 'ErrorInStage ']);
});

describe('nothing is told at the app', () => {
  test.each<[string, (app: App) => void]>([
    ['for an error outside of stages', app => fifo(new Stack(app, 'Shop'))],
    ['for an error beside a stage without errors', app => {
      fifo(new Stack(app, 'Shop'));
      functionIn(new Stack(new Stage(app, 'Prod'), 'Shop'), 'Fn');
    }],
    ['for an error in a stage of a pipeline, which is selected with its stack', app => fifo(new Stack(new Stage(new Stack(app, 'Pipeline'), 'Prod'), 'Shop'))],
    ['for an error that is acknowledged', app => {
      const stack = new Stack(new Stage(app, 'Prod'), 'Shop');
      fifo(stack);
      acknowledge(stack, 'cdk-async-invoke:FifoQueueDestination');
    }],
    ['if it is acknowledged there', app => {
      fifo(new Stack(new Stage(app, 'Prod'), 'Shop'));
      acknowledge(app, 'cdk-async-invoke:ErrorInStage');
    }],
  ])('%s', (_, build) => {
    const app = newApp(CONTEXT);
    build(app);

    expect(found(app)).not.toContain('ErrorInStage ');
  });

  test('if the rule is excluded', () => {
    const app = newApp(CONTEXT);
    fifo(new Stack(new Stage(app, 'Prod'), 'Shop'));

    expect(found(app, { exclude: ['ErrorInStage'] })).toEqual(FOUND);
  });

  test('without the command line, where each error fails the synth', () => {
    const app = newApp();
    fifo(new Stack(new Stage(app, 'Prod'), 'Shop'));

    expect(found(app)).toEqual(FOUND);
  });
});

function violations(app: App, props?: AsyncInvokeChecksProps) {
  const { plugin, reports } = recorded(new AsyncInvokeChecks(props));
  Validations.of(app).addPlugins(plugin);
  synth(app);
  return reports.flatMap(report => report.violations);
}

/** The findings, each with its construct path: that of the app is empty. */
function found(app: App, props?: AsyncInvokeChecksProps): string[] {
  return violations(app, props).map(({ ruleName, violatingResources: [{ constructPath }] }) => `${ruleName} ${constructPath}`);
}

function text(app: App): string {
  return violations(app).find(({ ruleName }) => ruleName === 'ErrorInStage')!.description;
}

function fifo(scope: Construct): void {
  functionIn(scope, 'Fn', { onFailure: new destinations.SqsDestination(new sqs.Queue(scope, 'Queue', { fifo: true })) });
}

function acknowledge(scope: Construct, id: string): void {
  Validations.of(scope).acknowledge({ id, reason: 'tested' });
}
