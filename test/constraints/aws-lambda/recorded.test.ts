import {
  LIST_PAGE, LOG_RESULT, RECORDED_ALIAS_VERSION, RECORDED_DESTINATION_ARN, RECORDED_FUNCTION_REFERENCE, RECORDED_QUALIFIER,
} from '../../../lib/constraints/aws-lambda/recorded';
import { violation } from '../../../lib/constraints/violation';

test('the patterns are those that the service prints', () => {
  expect(RECORDED_FUNCTION_REFERENCE.pattern)
    .toBe('(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?');
  expect(RECORDED_QUALIFIER.pattern).toBe('\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+');
  expect(RECORDED_DESTINATION_ARN.pattern)
    .toBe('$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)');
  expect(RECORDED_ALIAS_VERSION.pattern).toBe('(\\$LATEST(\\.PUBLISHED)?|[0-9]+)');
});

test.each([
  [RECORDED_FUNCTION_REFERENCE, 'arn:aws:lambda:us-east-1:f', 'fn:$LATES'],
  [RECORDED_QUALIFIER, '$latest', 'invalid!'],
  [RECORDED_DESTINATION_ARN, 'kafka://topic', 'not-an-arn'],
  [RECORDED_DESTINATION_ARN, '', 'arn:aws:sqs'],
  [RECORDED_ALIAS_VERSION, '$LATEST', 'live'],
])('%# takes what is documented otherwise', (constraint, taken, refused) => {
  expect(violation(constraint, taken)).toBeUndefined();
  expect(violation(constraint, refused)).toMatch(/^`\w+` must be /);
});

test('answers have limits', () => {
  expect(LOG_RESULT.max).toBe(4096);
  expect(LIST_PAGE.max).toBe(50);
});
