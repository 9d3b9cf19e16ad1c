import {
  LATEST_PERMISSION,
  SOURCE_ACCOUNT,
} from '../../../lib/constraints/aws-lambda/permission';
import { broken } from '../../../lib/constraints/rule';
import { violation } from '../../../lib/constraints/violation';

test.each([
  [SOURCE_ACCOUNT, '123456789012'],
])('$property accepts %p', (constraint, value) => {
  expect(violation(constraint, value)).toBeUndefined();
});

const ACCOUNTS = '`sourceAccount` must be 12 characters: digits';

test.each([
  [SOURCE_ACCOUNT, '12345678901', `${ACCOUNTS}, got: "12345678901"`],
  [SOURCE_ACCOUNT, '1234567890123', `${ACCOUNTS}, got: "1234567890123" (13 characters)`],
  [SOURCE_ACCOUNT, '12345678901a', `${ACCOUNTS}, got: "12345678901a"`],
])('$property refuses %p', (constraint, value, message) => {
  expect(violation(constraint, value)).toBe(message);
});

test('a permission on `$LATEST` is refused in the words of the service', () => {
  expect(broken(LATEST_PERMISSION, 'function', 'Stack/Fn')).toBe(
    '`function` must not name `$LATEST`, got: Stack/Fn. ' +
    'Lambda refuses it: "We currently do not support adding policies for $LATEST." ' +
    'Grant on the function itself, or on an alias or version.',
  );
});
