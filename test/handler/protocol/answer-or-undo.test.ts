import { Stack } from '../stack';

const TYPE = 'Custom::Thing';
const undone: number[] = [];
let stack: Stack;

afterEach(() => stack.stop());

async function start(undo: () => Promise<void>): Promise<void> {
  undone.length = 0;
  stack = await Stack.start(TYPE, {
    create: async () => ({
      physicalResourceId: 'id',
      undo: async ({ remaining }) => {
        undone.push(remaining());
        await undo();
      },
    }),
    update: async () => ({}),
    delete: async () => ({}),
  });
}

test('undoes nothing when the answer is taken', async () => {
  await start(async () => {});
  await stack.create({});
  expect(undone).toEqual([]);
});

test('undoes the work when the answer is never taken, and has a minute for it', async () => {
  await start(async () => {});
  stack.cloudFormation.script(() => ({ status: 403 }));
  await expect(stack.handle(stack.request('Create', {}))).rejects.toThrow('CloudFormation did not take the answer. The log says whether the work was undone.');
  expect(undone).toHaveLength(1);
  expect(undone[0]).toBeGreaterThanOrEqual(60_000);
  expect(stack.steps).toContain('undone');
});

test('says so in the log when that fails', async () => {
  await start(() => Promise.reject(new TypeError('no')));
  stack.cloudFormation.script(() => ({ status: 403 }));
  await expect(stack.handle(stack.request('Create', {}))).rejects.toThrow('did not take the answer');
  expect(JSON.parse(stack.lines.at(-1)!)).toMatchObject({ step: 'not undone', error: 'TypeError' });
});

test('works anew on a request that comes again after that', async () => {
  await start(async () => {});
  let isDeaf = true;
  stack.cloudFormation.script(() => isDeaf ? { status: 403 } : {});
  const request = stack.request('Create', {});
  await stack.handle(request).catch(() => {});
  isDeaf = false;
  await stack.handle(request);
  expect(stack.steps.filter(step => step === 'begin')).toHaveLength(2);
});

test('in a short run, answer and undoing share the time', async () => {
  await start(async () => {});
  stack.runTime = 20_000;
  stack.cloudFormation.script(() => ({ status: 403 }));
  await expect(stack.handle(stack.request('Create', {}))).rejects.toThrow('did not take the answer');
  expect(undone[0]).toBeGreaterThan(5_000);
});
