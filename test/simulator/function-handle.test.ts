import { shop } from './shop';
import { fails, succeeds, type Step } from '../../lib/simulator';

const orders = () => shop().function('Orders');

test('moves an alias to a version that exists', () => {
  expect(() => orders().moveAlias('prod', '1')).toThrow('`Orders` has no alias `prod`: it has live.');
  expect(() => orders().moveAlias('live', '2')).toThrow('`Orders` has no version 2: it has 1. Publish one with `publishVersion()`.');
  expect(() => orders().moveAlias('live', '1', { version: '7', weight: 0.1 })).toThrow('`Orders` has no version 7: it has 1.');
  expect(() => orders().moveAlias('live', '$LATEST')).not.toThrow();
  expect(() => orders().moveAlias('live', '1', { version: '1', weight: 0.1 })).toThrow('Invalid function version 1. Function version 1 is already included in routing configuration.');
});

test.each<[weight: number, isTaken: boolean]>([[-0.01, false], [0, true], [1, true], [1.01, false]])('accepts a weight of %d: %s', (weight, isTaken) => {
  const fn = orders();
  const move = () => fn.moveAlias('live', '1', { version: fn.publishVersion(), weight });
  if (isTaken) {
    expect(move).not.toThrow();
  } else {
    expect(move).toThrow(/'routingConfig.additionalVersionWeights' failed to satisfy constraint/);
  }
});

test('numbers versions one after another', () => {
  const fn = orders();
  expect([fn.publishVersion(), fn.publishVersion()]).toEqual(['2', '3']);
});

test('numbers versions after the newest, however it was published', () => {
  expect(shop({ configs: { 7: { retries: 0 } } }).function('Orders').publishVersion()).toBe('8');
});

test.each([-1, 0.5, NaN])('refuses %p as reserved concurrency', runs => {
  expect(() => orders().reserveConcurrency(runs)).toThrow(`\`runs\` must be an integer of at least 0, got: ${runs}`);
});

test.each<[unknown[], string]>([
  [[], '`respond(…)` needs at least one step, e.g. `succeeds()`'],
  [['boom'], "A step must be a handler, `succeeds()`, `fails()` or another step of the simulator, got: 'boom'. Give one step for each run."],
  [[[succeeds()]], 'A step must be a handler, `succeeds()`, `fails()` or another step of the simulator, got: [\n  {\n    run: [Function: run],\n    known: { kind: \'succeeded\', payload: \'null\' }\n  }\n]. Give one step for each run.'],
  [[succeeds(), fails], '`fails` makes a step only when it is called: write `fails(…)`'],
])('refuses %p as steps', (steps, message) => {
  expect(() => orders().respond(...steps as [Step])).toThrow(new TypeError(message));
});

test('removes reserved concurrency', async () => {
  const sim = shop({ orders: { ReservedConcurrentExecutions: 0 } });
  sim.function('Orders').reserveConcurrency(undefined).respond(() => 1);
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  expect(outcome.condition).toBe('Success');
});

test('has the name and ARN of the deployment', () => {
  expect([orders().name, orders().arn]).toEqual(['Shop-Orders', 'arn:aws:lambda:us-east-1:123456789012:function:Shop-Orders']);
});
