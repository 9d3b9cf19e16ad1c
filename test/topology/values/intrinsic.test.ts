import { intrinsicOf } from '../../../lib/topology/values/intrinsic';

test.each([
  [{ Ref: 'A' }, 'Ref'], [{ 'Fn::Sub': 'a' }, 'Fn::Sub'], [{ Ref: 'A', b: 1 }, undefined], [{ b: 1 }, undefined], [{}, undefined], [['Ref'], undefined], [null, undefined],
])('%j calls %s', (raw, name) => {
  expect(intrinsicOf(raw)).toBe(name);
});
