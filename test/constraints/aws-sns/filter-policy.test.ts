import {
  FILTER_POLICY_COMBINATIONS, FILTER_POLICY_KEYS, FILTER_POLICY_NUMBER, FILTER_POLICY_SIZE,
} from '../../../lib/constraints/aws-sns/filter-policy';

test('a filter policy has the limits of the guide', () => {
  expect([FILTER_POLICY_KEYS.max, FILTER_POLICY_COMBINATIONS.max, FILTER_POLICY_SIZE.max]).toEqual([5, 150, 262_144]);
});

test('numbers go up to a billion on both sides', () => {
  expect([FILTER_POLICY_NUMBER.min, FILTER_POLICY_NUMBER.max]).toEqual([-1_000_000_000, 1_000_000_000]);
});
