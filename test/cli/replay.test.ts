import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli } from './command-line';
import { buildFailure, buildRecord, deadLetterMessage, receivedMessages, recordText } from '../../lib/invocation-record';

const folder = mkdtempSync(join(tmpdir(), 'replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ORDERS = 'arn:aws:lambda:eu-west-1:111122223333:function:orders:live';
const MAIL = 'arn:aws:lambda:eu-west-1:111122223333:function:mail:$LATEST';

/** Writes a file and returns its name. */
function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

function plan(args: readonly string[], input?: string) {
  const { code, out, problem } = cli(['replay', 'plan', ...args, '--json'], { cwd: folder, input });
  return { code, problem, plan: code === 0 ? JSON.parse(out) : undefined };
}

function failure(requestId: string, functionArn = ORDERS, error = { errorType: 'TimeoutError', errorMessage: 'secret message' }): string {
  return recordText(buildFailure({
    timestamp: '2026-10-01T10:00:00.000Z',
    requestContext: { requestId, functionArn },
    requestPayload: { id: 'secret payload' },
    responsePayload: error,
  }));
}

const LINES = [failure('one'), failure('two', MAIL), recordText(buildRecord({ requestContext: { requestId: 'three', functionArn: ORDERS } }))].join('\n');

test('counts the records of a file', () => {
  expect(plan([file('lines.jsonl', LINES)])).toMatchObject({
    code: 0,
    problem: '',
    plan: { read: 3, selected: 2, left: { success: 1 }, groups: { byFunction: { mail: 1, orders: 1 }, byErrorType: { TimeoutError: 2 } } },
  });
});

test('reads the standard input', () => {
  expect(plan(['-'], LINES).plan).toMatchObject({ read: 3, bySource: { 'standard input': 2 } });
});

test('reads all files below a directory', () => {
  mkdirSync(join(folder, 'bucket/2026/10'), { recursive: true });
  file('bucket/2026/10/a', failure('one'));
  file('bucket/b', failure('two'));

  expect(plan(['bucket']).plan).toMatchObject({ read: 2, bySource: { 'bucket/2026/10/a': 1, 'bucket/b': 1 } });
});

test('reads what ReceiveMessage returned, with dead letters of the function that is named', () => {
  const page = receivedMessages(deadLetterMessage({ requestId: 'one', errorCode: 200, payload: { id: 1 } }));
  const sent = { Messages: page.Messages.map(message => ({ ...message, Attributes: { SentTimestamp: '1759312800000' } })) };

  expect(plan([file('page.json', JSON.stringify(sent, undefined, 2)), '--dead-letters-of', ORDERS]).plan).toMatchObject({
    selected: 1,
    groups: { byFunction: { orders: 1 }, byCondition: { DeadLetter: 1 } },
    samples: [{ id: 'one', time: '2025-10-01T10:00:00.000Z' }],
  });
  expect(plan(['page.json']).plan).toMatchObject({ selected: 0, left: { unknownFunction: 1 } });
});

test('selects by the options', () => {
  file('lines.jsonl', LINES);
  const selected = (...options: string[]) => plan(['lines.jsonl', ...options]).plan.selected;

  expect(selected('--function', 'orders')).toBe(1);
  expect(selected('--function', 'orders', '--function', 'mail')).toBe(2);
  expect(selected('--qualifier', '$LATEST')).toBe(1);
  expect(selected('--condition', 'EventAgeExceeded')).toBe(0);
  expect(selected('--error-type', 'TypeError')).toBe(0);
  expect(selected('--request-id', 'two')).toBe(1);
  expect(selected('--advice', 'never')).toBe(1);
  expect(selected('--until', '2026-10-01T10:00:00.000Z', '--function', 'mail')).toBe(0);
  expect(selected('--limit', '1')).toBe(1);
  expect(selected('--limit', '1', '--order', 'newest')).toBe(1);
});

test('names what is not readable, and the place of it', () => {
  const { code, problem, plan: made } = plan([file('mixed.jsonl', `${failure('one')}\nnonsense\n{"a":1}\n`)]);

  expect({ code, problem, left: made.left }).toEqual({
    code: 0,
    problem: 'cdk-async-invoke: a document in mixed.jsonl is left: the text is not JSON.\n'
      + 'cdk-async-invoke: a document in mixed.jsonl is left: it has no `requestContext` that names a function and a condition.\n',
    left: { unreadable: 2 },
  });
});

test('shows neither events nor messages of errors', () => {
  const words = cli(['replay', 'plan', file('lines.jsonl', LINES)], { cwd: folder }).out;

  expect(words).toContain('one  2026-10-01T10:00:00.000Z, orders:live, RetriesExhausted, TimeoutError');
  expect(`${words}${JSON.stringify(plan(['lines.jsonl']))}`).not.toContain('secret');
});
