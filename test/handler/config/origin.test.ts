import type { CustomResourceRequest } from '../../../lib/contract/custom-resource';
import { parseConfigId, type Memory } from '../../../lib/handler/config/memory';
import { originOf } from '../../../lib/handler/config/origin';
import { differences } from '../../../lib/handler/lambda/config/settings';
import { physicalId } from '../../../lib/handler/physical-id/physical-id';

const LIVE = '123456789012/us-east-1/orders:live';
const NEXT = '123456789012/us-east-1/orders:next';
const FOUND = { settings: { MaximumRetryAttempts: 1 }, lastModified: new Date(7) };
const EARLIER = { MaximumRetryAttempts: 0 };
const mark = (time: number) => time.toString(36).padStart(8, '0');

/** Origin of the found config for a resource with an id, beside others with theirs. */
function origin(id: string | undefined, ...others: string[]) {
  const configs = [id, ...others].filter(physical => physical !== undefined).map((physical, index) => ({
    logicalId: `Config${index}`, physicalId: physical, status: 'CREATE_COMPLETE', id: parseConfigId<object>(physical),
  }));
  return originOf<object>(FOUND, LIVE, configs, { PhysicalResourceId: id } as CustomResourceRequest<object>, { differences });
}

const idAt = (identity: string, memory: Memory) => physicalId(identity, memory)!;

test('a config that is alone is that of another', () => {
  expect(origin(undefined)).toEqual({ isHeld: false });
  expect(origin(idAt(NEXT, { mark: mark(1), found: null }), idAt(NEXT, { mark: mark(2), found: null }), 'made-up')).toEqual({ isHeld: false });
});

describe('a resource that has the place', () => {
  test('passes on what it found', () => {
    expect(origin(undefined, idAt(LIVE, { mark: mark(1), found: EARLIER }))).toEqual({ isHeld: true, original: EARLIER });
  });

  test('passes on what the one before had found', () => {
    expect(origin(undefined, idAt(LIVE, { mark: mark(1), found: EARLIER, original: null }))).toEqual({ isHeld: true, original: null });
  });

  test('does not count if it is the resource itself', () => {
    expect(origin(idAt(LIVE, { mark: mark(1), found: EARLIER }))).toEqual({ isHeld: false });
  });
});

describe('a resource that has left the place', () => {
  const at = (time: number, put?: object) =>
    idAt(NEXT, { mark: mark(9), found: null, former: { identity: LIVE, mark: mark(time), found: EARLIER, put } });

  test.each([
    ['it was put when the resource came', at(7)],
    ['it has the settings that the resource had put', at(1, { MaximumRetryAttempts: 1, OnFailure: '' })],
  ])('passes on what it found, while its config is there: %s', (_, id) => {
    expect(origin(undefined, id)).toEqual({ isHeld: false, original: EARLIER });
  });

  test('passes on nothing once the place has another config', () => {
    expect(origin(undefined, at(1, { MaximumRetryAttempts: 2 }))).toEqual({ isHeld: false });
  });

  test('has its memory back when it comes back', () => {
    expect(origin(at(7))).toEqual({ isHeld: false, original: EARLIER, own: { identity: LIVE, mark: mark(7), found: EARLIER } });
  });

  test('has it back also from an id of an earlier release', () => {
    const previous = idAt(LIVE, { mark: mark(7), found: EARLIER });
    const id = idAt(NEXT, { mark: mark(9), found: null, previous });
    expect(origin(id)).toMatchObject({ original: EARLIER, own: { identity: LIVE, mark: mark(7), found: EARLIER } });
  });
});
