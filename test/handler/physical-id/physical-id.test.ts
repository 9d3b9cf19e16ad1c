import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { parsePhysicalId, physicalId } from '../../../lib/handler/physical-id/physical-id';

const IDENTITY = '123456789012/eu-central-1/orders:live';
const FOUND = { mark: 'mgqhw1s0', found: { MaximumRetryAttempts: 0, OnFailure: 'arn:aws:sqs:eu-central-1:123456789012:orders-failed' } };

test('begins with what the resource is about', () => {
  expect(physicalId(IDENTITY, FOUND)).toMatch(new RegExp(`^${IDENTITY}#1[A-Za-z0-9_-]+$`));
});

test('remembers any JSON', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 2 }), kept => {
    const id = physicalId(IDENTITY, kept);
    fc.pre(id !== undefined);
    expect(parsePhysicalId(id)).toEqual({ identity: IDENTITY, kept: JSON.parse(JSON.stringify(kept)) });
  }));
});

test('is the same for the same', () => {
  expect(physicalId(IDENTITY, FOUND)).toBe(physicalId(IDENTITY, FOUND));
});

test('is read as long as the resource lives: this is one of the first release', () => {
  expect(parsePhysicalId(`${IDENTITY}#1g9uam16YUW5YbIDFdjTDDXCbhhy2VoZIoW4FCWjdtMTMnNQUpdpaAA`)).toEqual({ identity: IDENTITY, kept: FOUND });
});

test('takes little room for a usual config', () => {
  expect(physicalId(IDENTITY, FOUND)!.length - IDENTITY.length).toBeLessThan(80);
});

describe('1024 bytes', () => {
  const noise = Array.from({ length: 30 }, (_, index) => createHash('sha256').update(`${index}`).digest('base64url')).join('');
  const lengths = Array.from({ length: 300 }, (_, more) => physicalId('x', noise.slice(0, 800 + more))?.length);

  test('are reached', () => {
    expect(Math.max(...lengths.map(length => length ?? 0))).toBeGreaterThan(1020);
  });

  test('returns no id that is longer', () => {
    expect(Math.max(...lengths.map(length => length ?? 0))).toBeLessThanOrEqual(1024);
    expect(lengths.at(-1)).toBeUndefined();
  });

  test.each([[1018, 1024], [1019, undefined]])('count to the last one: an identity of %i', (length, expected) => {
    expect(physicalId('x'.repeat(length), 7)?.length).toBe(expected);
  });
});

test.each([
  undefined,
  '',
  'stack-Config-1ABCDEFGHIJKL',
  '2026/11/21/[$LATEST]0123456789abcdef0123456789abcdef',
  IDENTITY,
  `${IDENTITY}#2abc`,
  `${IDENTITY}#1`,
  `${IDENTITY}#1!!!`,
  `${IDENTITY}#1abc#1abc`,
])('does not parse %p', id => {
  expect(parsePhysicalId(id)).toBeUndefined();
});

test('does not parse an id that was cut off', () => {
  expect(parsePhysicalId(physicalId(IDENTITY, FOUND)!.slice(0, -3))).toBeUndefined();
});
