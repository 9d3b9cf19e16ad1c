import {
  CLIENT_CONTEXT,
  CLIENT_CONTEXT_OF_EVENT,
  DURABLE_EXECUTION_NAME,
  EVENT_PAYLOAD,
  INVOCATION_TYPE,
  INVOKE_ASYNC_PAYLOAD,
  LOG_TYPE,
  REQUEST_HEAD,
  SYNCHRONOUS_PAYLOAD,
  SYNCHRONOUS_RESPONSE,
  TENANT_ID,
} from '../../../lib/constraints/aws-lambda/invoke';
import { broken } from '../../../lib/constraints/rule';
import { violation } from '../../../lib/constraints/violation';

test.each(['Event', 'RequestResponse', 'DryRun'])('%p is a way to invoke', type => {
  expect(violation(INVOCATION_TYPE, type)).toBeUndefined();
});

test.each(['event', 'Sync', ''])('refuses %p', type => {
  expect(violation(INVOCATION_TYPE, type)).toBe(`\`invocationType\` must be one of Event, RequestResponse, DryRun, got: "${type}"`);
});

test('the end of the log is returned or not', () => {
  expect(violation(LOG_TYPE, 'None')).toBeUndefined();
  expect(violation(LOG_TYPE, 'Tail')).toBeUndefined();
  expect(violation(LOG_TYPE, 'All')).toBe('`logType` must be one of None, Tail, got: "All"');
});

describe.each([
  [EVENT_PAYLOAD, 'payload', 1_048_576],
  [INVOKE_ASYNC_PAYLOAD, 'payload', 262_144],
  [SYNCHRONOUS_PAYLOAD, 'payload', 6_291_456],
  [SYNCHRONOUS_RESPONSE, 'response', 6_291_556],
  [REQUEST_HEAD, 'headers', 1_048_576],
  [CLIENT_CONTEXT, 'clientContext', 3583],
])('%p', (constraint, property, max) => {
  test('is accepted up to the last byte', () => {
    expect(violation(constraint, 'x'.repeat(max))).toBeUndefined();
  });

  test('is refused one byte above, and not shown', () => {
    expect(violation(constraint, 'x'.repeat(max + 1))).toBe(`\`${property}\` must be at most ${max} bytes, got: ${max + 1} bytes`);
  });
});

test('a payload is measured as the JSON that it becomes', () => {
  const frame = JSON.stringify({ text: '' }).length;

  expect(violation(EVENT_PAYLOAD, { text: 'x'.repeat(1_048_576 - frame) })).toBeUndefined();
  expect(violation(EVENT_PAYLOAD, { text: 'x'.repeat(1_048_577 - frame) })).toBe('`payload` must be at most 1048576 bytes, got: 1048577 bytes');
});

describe('a tenant', () => {
  test.each(['t', 'a b', 'Az0._:/=+-@', 't'.repeat(256)])('%p is accepted', tenant => {
    expect(violation(TENANT_ID, tenant)).toBeUndefined();
  });

  test.each([['', '""'], ['a#b', '"a#b"'], ['é', '"é"'], ['a\\b', '"a\\\\b"'], ['t'.repeat(257), `"${'t'.repeat(100)}"… (257 characters)`]])('%p is refused', (tenant, got) => {
    expect(violation(TENANT_ID, tenant)).toBe(`\`tenantId\` must be 1 to 256 characters: letters, digits, spaces and . _ : / = + - @, got: ${got}`);
  });
});

describe('a durable execution', () => {
  test.each(['e', 'order-1_A', 'e'.repeat(64)])('%p is accepted', name => {
    expect(violation(DURABLE_EXECUTION_NAME, name)).toBeUndefined();
  });

  test.each([['', '""'], ['a.b', '"a.b"'], ['e'.repeat(65), `"${'e'.repeat(65)}" (65 characters)`]])('%p is refused', (name, got) => {
    expect(violation(DURABLE_EXECUTION_NAME, name)).toBe(
      `\`durableExecutionName\` must be 1 to 64 characters: letters, digits, hyphens and underscores, got: ${got}`,
    );
  });
});

test('an event carries no client context', () => {
  expect(broken(CLIENT_CONTEXT_OF_EVENT, 'clientContext', '12 bytes')).toBe(
    '`clientContext` must be left out of an asynchronous invocation, got: 12 bytes. ' +
    'Lambda passes the client context only to synchronous invocations, so the function never gets it. ' +
    'Put what the function needs into the payload.',
  );
});
