import { EXTERNAL_ID, REGION, ROLE_ARN } from '../../../lib/constraints/aws-lambda/assume-role';
import { violation } from '../../../lib/constraints/violation';

const ROLE = 'arn:aws:iam::123456789012:role/';

test.each([`${ROLE}r`, `${ROLE}path/r`, 'arn:aws-cn:iam::123456789012:role/r', ROLE + 'r'.repeat(2048 - ROLE.length)])('%s is a role', arn => {
  expect(violation(ROLE_ARN, arn)).toBeUndefined();
});

test.each(['', 'r', ROLE, 'arn:aws:iam::1234:role/r', 'arn:aws:sts::123456789012:assumed-role/r/s', ROLE + 'r'.repeat(2049 - ROLE.length)])('%s is refused', arn => {
  expect(violation(ROLE_ARN, arn)).toMatch('`assumeRoleArn` must be 32 to 2048 characters: the ARN of a role, got: ');
});

test.each(['ab', 'a_1+=,.@:/-', 'x'.repeat(1224)])('%s is an external id', id => {
  expect(violation(EXTERNAL_ID, id)).toBeUndefined();
});

test.each(['a', 'a b', 'x'.repeat(1225)])('%s is no external id', id => {
  expect(violation(EXTERNAL_ID, id)).toMatch('`externalId` must be 2 to 1224 characters');
});

test.each(['us-east-1', 'ap-southeast-7', 'us-gov-west-1', 'us-isob-east-1', 'eusc-de-east-1'])('%s is a Region', region => {
  expect(violation(REGION, region)).toBeUndefined();
});

test.each(['', 'us-east', 'us-east-1a', 'US-EAST-1'])('%s is no Region', region => {
  expect(violation(REGION, region)).toMatch('`region` must be 6 to 25 characters: a Region, e.g. eu-central-1, got: ');
});
