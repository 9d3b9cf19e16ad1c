import { CfnParameter, Lazy, Stack } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { JSON_VALUES } from './json-values';
import { DeployTimeEvent } from '../../../lib/aws/deploy-time/deploy-time-event';
import { InvocationType } from '../../../lib/aws/deploy-time/invocation-type';
import { clientContextText, payloads, type PayloadSettings } from '../../../lib/aws/deploy-time/payload';
import { agnosticStack, errorOf } from '../fixture';

const { CREATE, UPDATE, DELETE } = DeployTimeEvent;

function sent(settings: Partial<PayloadSettings>, stack: Stack = agnosticStack()): Record<string, unknown> {
  const given: PayloadSettings = { invocationType: InvocationType.REQUEST_RESPONSE, invokeAsync: false, invokeOn: [CREATE, UPDATE], ...settings };
  return stack.resolve(payloads(stack, given));
}

describe('the payload of each event', () => {
  test('is `payload` by default', () => {
    expect(sent({ payload: { a: 1 }, invokeOn: [CREATE, UPDATE, DELETE] })).toEqual({ Create: '{"a":1}', Update: '{"a":1}', Delete: '{"a":1}' });
  });

  test('is the payload of the event if it has one', () => {
    expect(sent({ payload: 'up', payloadOnCreate: 1, payloadOnDelete: 'down', invokeOn: [DELETE, CREATE, UPDATE] }))
      .toEqual({ Create: '1', Update: '"up"', Delete: '"down"' });
  });

  test('is empty without any', () => {
    expect(sent({})).toEqual({ Create: '', Update: '' });
  });

  test.each([[null, 'null'], [false, 'false'], [0, '0'], ['', '""'], [[], '[]']])('may be %j', (payload, text) => {
    expect(sent({ payload, invokeOn: [CREATE] })).toEqual({ Create: text });
  });

  test('exists for the events of `invokeOn` only', () => {
    expect(Object.keys(sent({ payload: 1, invokeOn: [DELETE] }))).toEqual(['Delete']);
  });

  test('keeps its value as JSON', () => {
    fc.assert(fc.property(JSON_VALUES, payload => {
      const { Create } = sent({ payload, invokeOn: [CREATE] });
      expect(JSON.parse(Create as string)).toEqual(JSON.parse(JSON.stringify(payload)));
    }));
  });

  test('is one text, whatever the order of its keys', () => {
    expect(sent({ payload: { b: 1, a: [{ d: 1, c: 2 }] } })).toEqual(sent({ payload: { a: [{ c: 2, d: 1 }], b: 1 } }));
  });

  test('keeps its types with tokens', () => {
    const stack = agnosticStack();
    const count = new CfnParameter(stack, 'Count', { type: 'Number' });
    const payload = { count: count.valueAsNumber, yes: true, name: stack.stackName, late: Lazy.any({ produce: () => ({ n: 1 }) }) };

    expect(sent({ payload, invokeOn: [CREATE] }, stack))
      .toEqual({ Create: { 'Fn::Join': ['', ['{"count":', { Ref: 'Count' }, ',"late":{"n":1},"name":"Stack","yes":true}']] } });
  });
});

describe('a payload is refused', () => {
  const oversized = (bytes: number) => 'x'.repeat(bytes - 2);

  test.each([
    [InvocationType.REQUEST_RESPONSE, false, 6 * 1024 * 1024],
    [InvocationType.DRY_RUN, false, 6 * 1024 * 1024],
    [InvocationType.EVENT, false, 1024 * 1024],
    [InvocationType.EVENT, true, 256 * 1024],
  ])('for %s (InvokeAsync: %s) above %i bytes, as JSON', (invocationType, invokeAsync, max) => {
    expect(() => sent({ invocationType, invokeAsync, payload: oversized(max) })).not.toThrow();
    expect(errorOf(() => sent({ invocationType, invokeAsync, payload: oversized(max + 1) }))).toBe(`\`payload\` must be at most ${max} bytes, got: ${max + 1} bytes [Stack]`);
  });

  test('by the name of its property', () => {
    expect(errorOf(() => sent({ payloadOnUpdate: oversized(6 * 1024 * 1024 + 1) }))).toBe('`payloadOnUpdate` must be at most 6291456 bytes, got: 6291457 bytes [Stack]');
  });

  test('if any part of it is not JSON', () => {
    expect(errorOf(() => sent({ payload: { at: [new Map()] } }))).toBe('`payload.at.0` must be JSON, got: an instance of Map [Stack]');
    expect(errorOf(() => sent({ payloadOnUpdate: () => 1 }))).toBe('`payloadOnUpdate` must be JSON, got: a function [Stack]');
  });

  test('if it would never be sent', () => {
    expect(errorOf(() => sent({ payloadOnDelete: 1 })))
      .toBe('`payloadOnDelete` must be left out unless `invokeOn` lists that event, got: a payload that would never be sent [Stack]');
    expect(errorOf(() => sent({ payload: 1, payloadOnCreate: 2, payloadOnUpdate: 3 })))
      .toBe('`payload` must be left out where each event has a payload of its own, got: a payload that would never be sent [Stack]');
  });

  test('for an unknown event', () => {
    expect(errorOf(() => sent({ invokeOn: [CREATE, 'update' as DeployTimeEvent] }))).toBe('`invokeOn` must be one of Create, Update, Delete, got: "update" [Stack]');
  });

  test('without any event', () => {
    expect(errorOf(() => sent({ invokeOn: [] }))).toBe('`invokeOn` must have at least one event, got: none. Leave it out to invoke on create and update. [Stack]');
  });
});

describe('with a lifecycle key, a payload', () => {
  test.each([undefined, {}, { other: 1 }])('may be %j', payload => {
    expect(() => sent({ payload, lifecycleKey: 'deployment' })).not.toThrow();
  });

  test('may be a token', () => {
    expect(() => sent({ payload: Lazy.any({ produce: () => ({}) }), lifecycleKey: 'deployment' })).not.toThrow();
  });

  test.each([['text', 'a text'], [1, '1'], [true, 'true'], [null, 'null'], [[], 'a list']])('may not be %j', (payload, got) => {
    expect(errorOf(() => sent({ payload, lifecycleKey: 'deployment' })))
      .toBe(`\`payload\` must be an object, or be left out, when \`lifecycleKey\` is given, got: ${got} [Stack]`);
  });

  test('must not have the key already', () => {
    expect(errorOf(() => sent({ payload: { deployment: 1 }, lifecycleKey: 'deployment' })))
      .toBe('`lifecycleKey` must be a key that `payload` does not have, got: "deployment" [Stack]');
    expect(errorOf(() => sent({ lifecycleKey: '' }))).toBe('`lifecycleKey` must be a key, got: "" [Stack]');
  });
});

describe('a client context', () => {
  const encoding = (bytes: number) => ({ custom: 'x'.repeat(bytes * 3 / 4 - '{"custom":""}'.length) });

  test('is sent as JSON, which the handler encodes', () => {
    const stack = agnosticStack();

    expect(stack.resolve(clientContextText(stack, { custom: { who: stack.account } })))
      .toEqual({ 'Fn::Join': ['', ['{"custom":{"who":"', { Ref: 'AWS::AccountId' }, '"}}']] });
    expect(clientContextText(stack, undefined)).toBeUndefined();
    expect(clientContextText(stack, { env: {}, custom: { b: 1, a: 2 } })).toBe('{"custom":{"a":2,"b":1},"env":{}}');
  });

  test('must be JSON', () => {
    expect(errorOf(() => clientContextText(agnosticStack(), { custom: 1n }))).toBe('`clientContext.custom` must be JSON, got: a bigint [Stack]');
  });

  test('is limited as encoded', () => {
    const stack = agnosticStack();

    expect(() => clientContextText(stack, encoding(3580))).not.toThrow();
    expect(errorOf(() => clientContextText(stack, encoding(3584)))).toBe('`clientContext` must be at most 3583 bytes, got: 3584 bytes [Stack]');
  });
});
