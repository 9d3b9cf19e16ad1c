import { AUDIENCE, SIGNING_ALGORITHMS, TOKEN_DURATION } from '../../../lib/constraints/aws-iam/web-identity-token';
import { violation } from '../../../lib/constraints/violation';

test('any text is an audience, but not every length', () => {
  expect(violation(AUDIENCE, 'https://sts.aliyuncs.com/?x=1')).toBeUndefined();
  expect(violation(AUDIENCE, '')).toBe('`audience` must be 1 to 1000 characters, got: ""');
});

test('a token lasts five minutes, and an hour at most', () => {
  expect(TOKEN_DURATION).toMatchObject({ default: 5 * 60, max: 60 * 60 });
});

test('the usual algorithm comes first', () => {
  expect(SIGNING_ALGORITHMS).toEqual(['RS256', 'ES384']);
});
