import { App, Stack } from 'aws-cdk-lib';
import { AsyncFunction, AsyncInvokeAlarms, AsyncInvokeDashboard } from '../../../lib';
import { declaredInPass } from '../../../lib/aws/operations/pass';
import { CODE, fn } from '../fixture';

afterEach(() => jest.restoreAllMocks());

test('those that ask once share one walk, and who asks again begins another', () => {
  const app = new App();
  const [one, two] = ['One', 'Two'].map(id => new Stack(app, id));
  const first = declaredInPass(one, 'deciding');
  const shared = declaredInPass(two, 'deciding');
  fn(one).configureAsyncInvoke({ retryAttempts: 0 });
  const next = declaredInPass(one, 'deciding');

  expect(shared).toBe(first);
  expect([first.configs.size, next.configs.size]).toEqual([0, 1]);
  expect(declaredInPass(two, 'deciding')).toBe(next);
});

test('those that decide do not see what was read before', () => {
  const stack = new Stack(new App(), 'Stack');
  declaredInPass(stack, 'reading');
  fn(stack).configureAsyncInvoke({ retryAttempts: 0 });

  expect(declaredInPass(stack, 'deciding').configs.size).toBe(1);
});

test('apps do not share a walk', () => {
  const [one, two] = ['One', 'Two'].map(() => new Stack(new App(), 'Stack'));

  expect(declaredInPass(one, 'deciding')).not.toBe(declaredInPass(two, 'deciding'));
});

test('an app is walked a few times, however many alarms it has', () => {
  const walks = (functions: number, watched: boolean) => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    const all = Array.from({ length: functions }, (_, index) => new AsyncFunction(stack, `Fn${index}`, CODE));
    const alarms = watched ? all.map((orders, index) => new AsyncInvokeAlarms(stack, `Alarms${index}`, { function: orders, composite: {} })) : [];
    new AsyncInvokeDashboard(stack, 'Dashboard', { alarms });
    const walk = jest.spyOn(app.node, 'findAll');
    app.synth();
    return walk.mock.calls.length;
  };
  const added = (functions: number) => walks(functions, true) - walks(functions, false);

  expect([added(2), added(10)]).toEqual([3, 3]);
});
