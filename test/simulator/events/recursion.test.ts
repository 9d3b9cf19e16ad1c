import { JsonText, runsCode, type Simulator } from '../../../lib/simulator';
import { ServiceError } from '../../../lib/simulator/state';
import { shop } from '../shop';

/** Code that invokes its own function by the SDK. */
const SELF = (type: string) => ({
  Runtime: 'nodejs24.x',
  Handler: 'index.handler',
  Timeout: 300,
  Code: {
    ZipFile: `
    const { InvokeCommand, LambdaClient } = require('@aws-sdk/client-lambda');
    exports.handler = async () => {
      const { Payload } = await new LambdaClient({ maxAttempts: 1 }).send(
        new InvokeCommand({ FunctionName: process.env.AWS_LAMBDA_FUNCTION_NAME, InvocationType: '${type}' }));
      return Payload?.transformToString();
    };`,
  },
});

async function withEndpoint(orders: object, play: (sim: Simulator) => Promise<void>): Promise<void> {
  const sim: Simulator = shop({ orders });
  try {
    const { url } = await sim.listen();
    sim.function('Orders').respond(runsCode({ environment: { AWS_ENDPOINT_URL_LAMBDA: url } }));
    await play(sim);
  } finally {
    await sim.close();
  }
}

test('stops code that invokes itself by the SDK after 16 invocations, as Lambda does', () => withEndpoint(SELF('Event'), async sim => {
  await sim.invoke('Orders');
  await sim.clock.settle();
  expect(sim.outcomes).toHaveLength(17);
  expect(sim.outcomes[15]).toMatchObject({ condition: 'Success', isRecursive: false });
  expect(sim.outcomes[16]).toMatchObject({ condition: undefined, isRecursive: true });
  expect(sim.metrics('Orders')).toMatchObject({ Invocations: 16, RecursiveInvocationsDropped: 1 });
}));

test('stops code that waits for itself after 16 invocations: the last call is refused', () => withEndpoint(SELF('RequestResponse'), async sim => {
  await sim.invoke('Orders');
  await sim.clock.settle();
  expect(sim.metrics('Orders')).toMatchObject({ Invocations: 16, Errors: 1, RecursiveInvocationsDropped: 1 });
}));

test('names the loop of code that never ends because its `RecursiveLoop` is Allow', () => withEndpoint({ ...SELF('Event'), RecursiveLoop: 'Allow' }, async sim => {
  await sim.invoke('Orders');
  await expect(sim.clock.settle()).rejects.toThrow(expect.objectContaining({ message: expect.stringMatching(/^`Orders` was invoked 200 times/) }));
}));

test('counts what a handler of a test invokes, also after it has waited', async () => {
  const sim = shop();
  sim.function('Orders').respond(async () => {
    await new Promise(resolve => setTimeout(resolve, 1));
    await sim.invoke('Orders', { payload: new JsonText('{}') });
  });
  await sim.invoke('Orders');
  await sim.clock.settle();
  expect(sim.outcomes.map(({ isRecursive }) => isRecursive)).toEqual([...Array(16).fill(false), true]);
});

test('does not count invocations that no run has caused', async () => {
  const sim = shop();
  sim.function('Orders').respond(() => null);
  for (let count = 0; count < 20; count += 1) {
    await sim.invoke('Orders');
    await sim.clock.settle();
  }
  expect(sim.outcomes.some(({ isRecursive }) => isRecursive)).toBe(false);
});

test('refuses the 17th synchronous invocation of a chain in the words of the API', async () => {
  const sim = shop();
  const fn = sim.service.functions.find('Shop-Orders')!;
  const errors: unknown[] = [];
  sim.function('Orders').respond(() => sim.service.run({ function: fn }).catch(error => void errors.push(error)));
  await sim.service.run({ function: fn });
  expect(errors).toEqual([new ServiceError('RecursiveInvocationException', 400, 'Lambda has detected your function being invoked in a recursive loop '
    + 'with other Amazon Web Services resources and stopped your function\'s invocation.')]);
});

test.each([
  ['that waits', async (send: () => Promise<unknown>) => void await send()],
  ['that catches all errors', async (send: () => Promise<unknown>) => void await send().catch(() => {})],
  ['that does not wait', (send: () => Promise<unknown>) => void send().catch(() => {})],
])('an endless chain of a handler %s ends with an error that names the function', async (_, handler) => {
  const sim = shop({ orders: { RecursiveLoop: 'Allow' } });
  sim.function('Orders').respond(() => handler(() => sim.invoke('Orders')));
  await sim.invoke('Orders');
  await expect(sim.clock.settle()).rejects.toThrow(
    '`Orders` was invoked 200 times in one chain that would never end, because its `RecursiveLoop` is Allow. Break the circle: change a destination, or what the function invokes.',
  );
  expect(sim.outcomes).toHaveLength(200);
});
