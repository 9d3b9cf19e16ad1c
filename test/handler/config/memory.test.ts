import * as fc from 'fast-check';
import { markOf, memorable, parseConfigId, refuseToForget } from '../../../lib/handler/config/memory';
import { physicalId } from '../../../lib/handler/physical-id/physical-id';

const IDENTITY = '123456789012/eu-central-1/orders:live';
const FOUND = { OnFailure: 'arn:aws:sqs:eu-central-1:123456789012:q' };

/** What does not compress. */
const wild = (letters: number) => String.fromCodePoint(...Array.from({ length: letters }, (_, index) => 0x4e00 + (index * 7919) % 20_000));

test('marks have the order of their times', () => {
  const time = fc.integer({ min: 0, max: Date.UTC(2059, 0, 1) });
  fc.assert(fc.property(time, time, (one, other) => markOf(one) < markOf(other) === one < other && markOf(one).length === 8));
});

test.each([[null], [FOUND], [undefined]])('%j is remembered as it is', found => {
  const id = physicalId(IDENTITY, { mark: markOf(1), ...memorable(IDENTITY, { found }) })!;
  expect(parseConfigId(id)).toEqual({ identity: IDENTITY, kept: { mark: '00000001', ...(found !== undefined && { found }) } });
});

test.each([undefined, 'made-up', physicalId(IDENTITY, null), physicalId(IDENTITY, { Response: 'of an invocation' })])('%s is not the id of a config', id => {
  expect(parseConfigId(id)).toBeUndefined();
});

describe('a memory that does not fit loses', () => {
  test('first the place that the resource has left', () => {
    const former = { identity: wild(400), mark: '1', found: null };
    expect(memorable(IDENTITY, { found: FOUND, original: null, former })).toEqual({ found: FOUND, original: null });
  });

  test('then everything: half of it would restore the config of another resource', () => {
    expect(memorable(IDENTITY, { found: FOUND, original: { OnFailure: wild(400) } })).toEqual({});
  });

  test('everything, if one config alone is too large', () => {
    expect(memorable(IDENTITY, { found: { OnFailure: wild(400) } })).toEqual({});
  });
});

test('a memory fits with any mark', () => {
  const bytes = fc.uint8Array({ minLength: 800, maxLength: 800 });
  fc.assert(fc.property(bytes, fc.integer({ min: 0, max: Date.UTC(2059, 0, 1) }), (noise, time) => {
    const text = Buffer.from(noise).toString('base64url');
    const found = (length: number) => ({ found: { OnFailure: text.slice(0, length) } });
    let [most, tooMany] = [0, text.length];
    while (tooMany - most > 1) {
      const length = Math.floor((most + tooMany) / 2);
      [most, tooMany] = 'found' in memorable(IDENTITY, found(length)) ? [length, tooMany] : [most, length];
    }
    return most > 600 && physicalId(IDENTITY, { mark: markOf(time), ...found(most) }) !== undefined;
  }), { numRuns: 100 });
});

test.each(['DELETE', 'RETAIN'] as const)('nobody misses what is forgotten on %s', onDelete => {
  expect(() => refuseToForget({ onDelete }, {})).not.toThrow();
});

test('refuses RESTORE without a memory of the found config; having found no config is a memory', () => {
  expect(() => refuseToForget({ onDelete: 'RESTORE' }, { found: null })).not.toThrow();
  expect(() => refuseToForget({ onDelete: 'RESTORE' }, {})).toThrow('`onDelete` must be DELETE or RETAIN when the config that is found is too large');
});
