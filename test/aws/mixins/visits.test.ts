import { App, Aspects, Mixins, Shims, Stack, aws_events as events, aws_events_targets as targets, aws_lambda as lambda, aws_lambda_destinations as destinations, aws_sqs as sqs } from 'aws-cdk-lib';
import { mixins } from '../../../lib';
import { DeclaredApp } from '../../../lib/aws/mixins/declared-app';
import { ENV, functionIn } from '../../topology/synthesized';
import { configs } from '../fixture';
import { newApp } from '../validated';

function newStack(): Stack {
  return new Stack(newApp(), 'S', { env: ENV });
}

function invoke(fn: lambda.IFunction): void {
  new events.Rule(Stack.of(fn), `${fn.node.id}Rule`, { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn)] });
}

const ADDED = ['ADDED S/Fn $LATEST', 'ADDED S/Fn undefined'];

function entries({ report }: mixins.FunctionFailureDestination): string[] {
  return report.map(({ outcome, functionPath, qualifier }) => `${outcome} ${functionPath} ${qualifier}`);
}

const WAYS: [string, (fn: lambda.Function, mixin: mixins.FunctionFailureDestination) => void][] = [
  ['Mixins.of(fn)', (fn, mixin) => void Mixins.of(fn).apply(mixin)],
  ['fn.with', (fn, mixin) => void fn.with(mixin)],
  ['Mixins.of(app)', (fn, mixin) => void Mixins.of(fn.node.root).apply(mixin)],
];

describe.each(WAYS)('%s after the whole app', (_, again) => {
  test.each([['another mixin', true], ['the same mixin', false]])('sees a rule that was added between, with %s', (_name, isAnother) => {
    const stack = newStack();
    const fn = functionIn(stack, 'Fn');
    const first = new mixins.FunctionFailureDestination();
    Mixins.of(stack.node.root).apply(first);
    invoke(fn);
    const mixin = isAnother ? new mixins.FunctionFailureDestination() : first;
    again(fn, mixin);
    expect(entries(mixin)).toEqual(ADDED);
  });

  test('sees a function that was added between', () => {
    const stack = newStack();
    functionIn(stack, 'Other');
    const mixin = new mixins.FunctionFailureDestination();
    Mixins.of(stack.node.root).apply(mixin);
    const fn = functionIn(stack, 'Fn');
    invoke(fn);
    again(fn, mixin);
    expect(entries(mixin)).toEqual(expect.arrayContaining(ADDED));
  });

  test('completes a config that was added between', () => {
    const stack = newStack();
    const fn = functionIn(stack, 'Fn');
    Mixins.of(stack).apply(new mixins.FunctionAsyncAlarms());
    fn.configureAsyncInvoke({ onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Mine')), retryAttempts: 0 });
    const mixin = new mixins.FunctionFailureDestination({ functions: mixins.FunctionSelection.ALL });
    again(fn, mixin);
    expect(mixin.report.map(({ detail }) => detail)).toEqual(['it has a failure destination: S/Mine']);
    expect(Object.keys(configs(stack))).toHaveLength(1);
  });
});

test.each<[string, (app: App, both: [mixins.FunctionFailureDestination, mixins.FunctionAsyncAlarms]) => void, number]>([
  ['mixins', (app, both) => void Mixins.of(app).apply(...both), 2],
  ['aspects', (app, both) => {
    both.forEach(mixin => Aspects.of(app).add(Shims.asAspect(mixin)));
    app.synth();
  }, 2],
])('reads the app at most once for each of two %s', (_, apply, most) => {
  const stack = newStack();
  for (let index = 0; index < 4; index += 1) {
    invoke(functionIn(stack, `Fn${index}`));
  }
  const read = jest.spyOn(DeclaredApp.prototype as never, 'readConfig');
  const resources = stack.node.findAll().filter(construct => 'cfnOptions' in construct).length;
  apply(stack.node.root as App, [new mixins.FunctionFailureDestination(), new mixins.FunctionAsyncAlarms()]);
  // The second time, the resources that the first mixin has added are there, too.
  expect(read.mock.calls.length).toBeLessThanOrEqual(most * (resources + 4 * 6));
  read.mockRestore();
});
