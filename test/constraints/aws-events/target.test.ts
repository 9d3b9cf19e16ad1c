import { INPUT_PATHS, INPUT_TEMPLATE, INPUT_VARIABLE, TARGET_INPUT, TARGET_INPUT_PATH } from '../../../lib/constraints/aws-events/target';
import { violation } from '../../../lib/constraints/violation';

test('a target has the limits of the API', () => {
  expect([TARGET_INPUT.max, TARGET_INPUT_PATH.max, INPUT_TEMPLATE.max, INPUT_PATHS.max]).toEqual([8_192, 256, 8_192, 100]);
});

test.each(['a', 'a-b_C1'])('a variable may be called %p', name => {
  expect(violation(INPUT_VARIABLE, name)).toBeUndefined();
});

test.each(['a.b', 'a b', 'é'])('a variable must not be called %p', name => {
  expect(violation(INPUT_VARIABLE, name)).toContain('letters, digits, hyphens or underscores');
});
