import { placeOf } from '../../../lib/topology/values/place';
import { literal } from '../../../lib/topology/values/value';

test('fixes the parts of a place that the stack fixes', () => {
  expect(placeOf({ owner: 'S', region: 'cn-north-1' })).toEqual({
    partition: literal('aws-cn'),
    region: literal('cn-north-1'),
    account: { kind: 'composed', parts: [{ kind: 'pseudo', name: 'AWS::AccountId', stack: 'S' }] },
  });
});

test('creates a place once', () => {
  const environment = { owner: 'S' };
  expect(placeOf(environment)).toBe(placeOf(environment));
});
