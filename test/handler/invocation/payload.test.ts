import { invocation } from './invocations';
import type { CustomResourceRequest } from '../../../lib/contract/custom-resource';
import type { DeployTimeInvocationProperties } from '../../../lib/contract/deploy-time-invocation';
import { isInvoked, payloadOf } from '../../../lib/handler/invocation/payload';

type Properties = Partial<DeployTimeInvocationProperties>;

function request(RequestType: 'Create' | 'Update' | 'Delete', properties: Properties, old?: Properties): CustomResourceRequest<DeployTimeInvocationProperties> {
  return {
    RequestType,
    RequestId: 'request-1',
    ResponseURL: 'https://example.com',
    ResourceType: 'Custom::X',
    StackId: 's',
    LogicalResourceId: 'l',
    ResourceProperties: invocation(properties),
    ...old && { OldResourceProperties: invocation(old) },
  };
}

test('each event has its own payload, as it was written', () => {
  const Payloads = { Create: '{ "a": 1.0 }', Delete: '' };
  expect(payloadOf(request('Create', { Payloads }))).toBe('{ "a": 1.0 }');
  expect(payloadOf(request('Delete', { Payloads }))).toBe('');
  expect((['Create', 'Update', 'Delete'] as const).map(type => isInvoked(request(type, { Payloads })))).toEqual([true, false, true]);
});

test.each(['{"a":', 'hello', '{"name":"a "quoted" value"}'])('%j is refused without being shown', payload => {
  expect(() => payloadOf(request('Create', { Payloads: { Create: payload } }))).toThrow(
    new Error('`payload` must be JSON, got: something else. Encode values as JSON before you put them into JSON text.'),
  );
});

describe.each([
  ['RequestResponse', 6 * 1024 * 1024],
  ['Event', 1024 * 1024],
  ['InvokeAsync', 256 * 1024],
] as const)('a payload for %s', (InvocationType, max) => {
  const sized = (bytes: number) => request('Create', { InvocationType, Payloads: { Create: `"${'x'.repeat(bytes - 2)}"` } });

  test('may be as large as Lambda takes', () => {
    expect(payloadOf(sized(max))).toHaveLength(max);
  });

  test('is refused if it is larger, before anything is sent', () => {
    expect(() => payloadOf(sized(max + 1))).toThrow(new Error(`\`payload\` must be at most ${max} bytes, got: ${max + 1} bytes`));
  });
});

describe('the event of the lifecycle', () => {
  const LifecycleKey = 'deployment';
  const read = (...parameters: Parameters<typeof request>) => JSON.parse(payloadOf(request(...parameters)));

  test('leaves numbers as they are written, in the payload and in the one before', () => {
    const big = '{"n":9007199254740993, "amount":1.10}';
    expect(payloadOf(request('Update', { LifecycleKey, Payloads: { Update: big } }, { Payloads: { Create: big } }))).toBe(
      `{"n":9007199254740993, "amount":1.10,"deployment":{"action":"update","requestId":"request-1","previousPayload":${big}}}`);
  });

  test('stands beside the payload', () => {
    expect(read('Create', { LifecycleKey, Payloads: { Create: '{"a":1}' } })).toEqual({ a: 1, deployment: { action: 'create', requestId: 'request-1' } });
  });

  test('is the whole payload if there is no other', () => {
    expect(read('Create', { LifecycleKey, Payloads: { Create: '' } })).toEqual({ deployment: { action: 'create', requestId: 'request-1' } });
  });

  test('has on update the payload of the deployment before', () => {
    expect(read('Update', { LifecycleKey, Payloads: { Update: '{"a":2}' } }, { Payloads: { Create: '{"a":0}', Update: '{"a":1}' } })).toEqual({
      a: 2, deployment: { action: 'update', requestId: 'request-1', previousPayload: { a: 1 } },
    });
    expect(read('Update', { LifecycleKey, Payloads: { Update: '{}' } }, { Payloads: { Create: '{"a":0}' } }).deployment.previousPayload).toEqual({ a: 0 });
  });

  test('has on delete the payload of the last deployment', () => {
    expect(read('Delete', { LifecycleKey, Payloads: { Create: '{"a":0}', Update: '{"a":1}', Delete: '{}' } })).toEqual({
      deployment: { action: 'delete', requestId: 'request-1', previousPayload: { a: 1 } },
    });
  });

  test('has no previous payload if there was none', () => {
    expect(read('Update', { LifecycleKey, Payloads: { Update: '{}' } }, { Payloads: {} })).toEqual({ deployment: { action: 'update', requestId: 'request-1' } });
  });

  test.each([['[1]', 'a list'], ['"text"', 'a string'], ['7', 'a number'], ['null', 'null']])('finds no place in %s', (payload, got) => {
    expect(() => read('Create', { LifecycleKey, Payloads: { Create: payload } })).toThrow(
      new Error(`\`payload\` must be an object, because the lifecycle event is added to it, got: ${got}`),
    );
  });

  test('overwrites nothing', () => {
    expect(() => read('Create', { LifecycleKey, Payloads: { Create: '{"deployment":"mine"}' } })).toThrow(
      new Error('`payload` must leave the key "deployment" to the lifecycle event, got: a payload that has it'),
    );
  });

  test('counts towards the size', () => {
    const Create = `{"a":"${'x'.repeat(256 * 1024 - 8)}"}`;
    expect(() => payloadOf(request('Create', { InvocationType: 'InvokeAsync', LifecycleKey, Payloads: { Create } }))).toThrow('`payload` must be at most 262144 bytes');
  });
});
