import * as net from 'node:net';
import { App } from 'aws-cdk-lib';

const OwnContext = jest.requireActual('./own-context.cjs');

test('an error of Node.js is an `Error` of the test', async () => {
  const socket = net.connect(1, '127.0.0.1');
  const error = await new Promise(resolve => socket.on('error', resolve));

  expect(error).toBeInstanceOf(Error);
});

test('packages are loaded once for all test files', () => {
  // What Node.js itself would load: the loader of a test is that of jest.
  const { createRequire } = process.mainModule!.constructor as typeof import('node:module');

  expect(createRequire(__filename)('aws-cdk-lib').App).toBe(App);
});

describe('after a test file', () => {
  let context: { setup(): Promise<void>; teardown(): Promise<void> };
  beforeEach(async () => {
    context = new OwnContext({ projectConfig: { fakeTimers: {} } });
    await context.setup();
  });

  test('environment variables are what they were', async () => {
    const before = { ...process.env };
    Object.assign(process.env, { TMPDIR: '/elsewhere', ADDED: 'yes' });
    await context.teardown();

    expect(process.env).toEqual(before);
  });

  test('globals are what they were', async () => {
    const before = Date;
    globalThis.Date = class extends Date {} as DateConstructor;
    await context.teardown();

    expect(Date).toBe(before);
  });

  test('the exit code is what it was', async () => {
    process.exitCode = 3;
    await context.teardown();

    expect(process.exitCode).toBeUndefined();
  });
});
