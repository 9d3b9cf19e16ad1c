import * as fc from 'fast-check';
import { FUNCTIONS, type Cloud, type Fault, type FunctionName, type Settings } from './cloud';
import { CloudFormation, type Deployment, type Mishap, type Template } from './cloudformation';
import { functionComputeCloud } from './function-compute-cloud';
import { lambdaCloud } from './lambda-cloud';
import { TestClock } from '../../test-clock';

const STACK = 'arn:aws:cloudformation:us-east-1:123456789012:stack/Shop/1';
const IDS = ['One', 'Two', 'Three'] as const;

/**
 * The same life cycles each time, so that a failure is about the change. `LIFE_CYCLES=2000 npx jest life-cycle`
 * plays new ones.
 */
const RUNS = process.env.LIFE_CYCLES === undefined ? { numRuns: 15, seed: 1 } : { numRuns: Number(process.env.LIFE_CYCLES) };
const MINUTE = 60_000;

const settings: fc.Arbitrary<Settings> = fc.oneof(
  fc.record({ retries: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ retries: fc.integer({ min: 0, max: 2 }), onFailure: fc.constantFrom('failed' as const, 'other' as const) }),
);

/** Each resource of a template configures another function. */
const template: fc.Arbitrary<Template> = fc.record({
  functions: fc.shuffledSubarray([...FUNCTIONS]),
  ids: fc.shuffledSubarray([...IDS], { minLength: 3 }),
  all: fc.array(settings, { minLength: 3, maxLength: 3 }),
}).map(({ functions, ids, all }) => Object.fromEntries(functions.map((at, index) => [ids[index], { at, settings: all[index] }])));

const fault: fc.Arbitrary<Fault> = fc.record({
  operation: fc.constantFrom('Get' as const, 'Put' as const, 'Delete' as const),
  first: fc.integer({ min: 1, max: 4 }),
  forEver: fc.boolean(),
  afterEffect: fc.boolean(),
  how: fc.constantFrom('refused' as const, 'busy' as const, 'silence' as const),
}).filter(({ afterEffect, how }) => !(afterEffect && how === 'refused'))
  // A limit that `onDelete` states: what a first put has changed, no refused put can undo.
  .filter(({ operation, first, forEver }) => !(operation === 'Put' && first > 1 && forEver));

const mishap: fc.Arbitrary<Mishap> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: fc.record({ fault }) },
  { weight: 1, arbitrary: fc.constant({ isUnheard: true }) },
  { weight: 1, arbitrary: fc.constant({ isRepeated: true }) },
);

function deployments(mishaps: fc.Arbitrary<Mishap>): fc.Arbitrary<Deployment[]> {
  return fc.array(fc.record({
    template,
    order: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }),
    inParallel: fc.boolean(),
    failsAfter: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 3 }),
    mishaps: fc.array(mishaps, { maxLength: 6 }),
  }), { minLength: 1, maxLength: 5 });
}

const foundConfig = fc.option(settings, { nil: undefined });
const found = fc.record({ orders: foundConfig, invoices: foundConfig, letters: foundConfig });

describe.each([['Lambda', lambdaCloud], ['Function Compute', functionComputeCloud]])('%s: after each deployment', (_, start) => {
  test('the last wanted config is in force, and elsewhere the first config is there', async () => {
    await fc.assert(fc.asyncProperty(found, deployments(fc.constant({})), live(start)), RUNS);
  }, 10 * MINUTE);

  test('the same holds whatever fails', async () => {
    await fc.assert(fc.asyncProperty(found, deployments(mishap), live(start)), RUNS);
  }, 10 * MINUTE);
});

describe.each([['Lambda', lambdaCloud], ['Function Compute', functionComputeCloud]])('%s', (_, start) => {
  const OTHER_STACK = 'arn:aws:cloudformation:us-east-1:123456789012:stack/Other/1';
  const FOUND = { retries: 0 } as const;
  const [TWO, ONE] = [{ retries: 2, onFailure: 'failed' }, { retries: 1, onFailure: 'failed' }] as const;
  let cloud: Cloud;
  let cloudFormation: CloudFormation;
  const clock = new TestClock();

  beforeEach(async () => {
    cloud = await start(() => clock.now());
    cloudFormation = await CloudFormation.start(clock, cloud);
    cloud.configure('orders', FOUND);
  });

  afterEach(() => Promise.all([cloud.stop(), cloudFormation.stop()]));

  async function deploy(wanted: Template, { stack = STACK, mishaps = [] }: { stack?: string; mishaps?: Mishap[] } = {}): Promise<boolean> {
    clock.advance(60 * MINUTE);
    return cloudFormation.deploy(stack, { template: wanted, order: [1, 2, 3], mishaps });
  }

  test('two resources that exchange their functions and go back keep their configs, and leave the first one', async () => {
    const here = { One: { at: 'orders', settings: TWO }, Two: { at: 'invoices', settings: TWO } } as const;
    const there = { One: { at: 'invoices', settings: ONE }, Two: { at: 'orders', settings: ONE } } as const;
    for (const [next, config] of [[here, TWO], [there, ONE], [here, TWO], [there, ONE]] as const) {
      await deploy(next);
      expect([cloud.config('orders'), cloud.config('invoices')]).toEqual([config, config]);
    }
    await deploy({});
    expect([cloud.config('orders'), cloud.config('invoices')]).toEqual([FOUND, undefined]);
  });

  test('of two stacks with the same settings, the one that stays keeps its config', async () => {
    const wanted = { One: { at: 'orders', settings: TWO } } as const;
    await deploy(wanted);
    await deploy(wanted, { stack: OTHER_STACK });
    await deploy({});
    expect(cloud.config('orders')).toEqual(TWO);
  });

  test('the same holds after the first stack has changed its config', async () => {
    await deploy({ One: { at: 'orders', settings: ONE } });
    await deploy({ One: { at: 'orders', settings: TWO } });
    await deploy({ One: { at: 'orders', settings: TWO } }, { stack: OTHER_STACK });
    await deploy({});
    expect(cloud.config('orders')).toEqual(TWO);
  });

  test('of two stacks with other settings each, the earlier one leaves the config that the later one has put back', async () => {
    await deploy({ One: { at: 'orders', settings: TWO } });
    await deploy({ One: { at: 'orders', settings: ONE } }, { stack: OTHER_STACK });
    await deploy({}, { stack: OTHER_STACK });
    expect(cloud.config('orders')).toEqual(TWO);
    await deploy({});
    expect(cloud.config('orders')).toEqual(TWO);
  });

  test('a create whose answer is never taken leaves the first config', async () => {
    expect(await deploy({ One: { at: 'orders', settings: TWO } }, { mishaps: [{ isUnheard: true }] })).toBe(false);
    expect(cloud.config('orders')).toEqual(FOUND);
  });

  test('a key that may no longer put destroys nothing on delete, and the next Delete restores', async () => {
    await deploy({ One: { at: 'orders', settings: TWO } });
    const noPut: Fault = { operation: 'Put', first: 1, forEver: true, afterEffect: false, how: 'refused' };
    await deploy({}, { mishaps: [{ fault: noPut }] });
    expect(cloudFormation.lines.filter(line => line.startsWith('Delete One'))).toHaveLength(2);
    expect(cloud.config('orders')).toEqual(FOUND);
  });
});

/** Deploys one template after the other, then none, and looks after each deployment. */
function live(start: (now: () => number) => Promise<Cloud>) {
  return async (first: Readonly<Record<FunctionName, Settings | undefined>>, all: readonly Deployment[]): Promise<void> => {
    const clock = new TestClock();
    const cloud = await start(() => clock.now());
    const cloudFormation = await CloudFormation.start(clock, cloud);
    try {
      FUNCTIONS.forEach(name => first[name] && cloud.configure(name, first[name]));
      let current: Template = {};
      for (const deployment of [...all, { template: {}, order: [], mishaps: [] }]) {
        clock.advance(60 * MINUTE);
        if (await cloudFormation.deploy(STACK, deployment)) {
          current = deployment.template;
        }
        const wanted = Object.fromEntries(Object.values(current).map(({ at, settings: config }) => [at, config]));
        const expected = FUNCTIONS.map(name => [name, wanted[name] ?? first[name]]);
        expect({ there: FUNCTIONS.map(name => [name, cloud.config(name)]) }).toEqual({ there: expected });
      }
    } catch (error) {
      throw Object.assign(error as Error, { message: `${(error as Error).message}\n${cloudFormation.lines.join('\n')}` });
    } finally {
      await Promise.all([cloud.stop(), cloudFormation.stop()]);
    }
  };
}
