import { runInNewContext } from 'node:vm';
import { isNativeError } from '../../lib/doors/inspect';

test('knows the errors of other realms', () => {
  expect(isNativeError(runInNewContext('new RangeError("no")'))).toBe(true);
  expect(isNativeError({ name: 'Error', message: 'no' })).toBe(false);
});
