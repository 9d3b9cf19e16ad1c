import { BROKEN, hasChanges, payloadOf, withoutChanges } from '../../../../lib/report/page/scenario/scenario';

const USUAL = { ...BROKEN, function: 'F' };

test.each([1, 2, 1024])('an event of %d KB has that size, and is JSON', kilobytes => {
  const text = payloadOf({ ...USUAL, kilobytes });

  expect(text).toHaveLength(kilobytes === 1 ? 16 : kilobytes * 1024);
  expect(JSON.parse(text)).toMatchObject({ example: true });
});

test('changes of the app are told apart from what goes wrong', () => {
  const changed = { ...USUAL, trouble: 'timeout' as const, retries: 0, age: 60, destination: '' };

  expect([USUAL, { ...USUAL, retries: 0 }, { ...USUAL, age: 60 }, { ...USUAL, destination: '' }].map(hasChanges)).toEqual([false, true, true, true]);
  expect(withoutChanges(changed)).toEqual({ ...USUAL, trouble: 'timeout' });
});
