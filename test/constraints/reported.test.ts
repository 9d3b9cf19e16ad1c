import { reportedLimits } from './tables';
import type { NumberConstraint } from '../../lib/constraints/constraint';
import { brokenRule, reported } from '../../lib/constraints/reported';
import { broken } from '../../lib/constraints/rule';
import { statement } from '../../lib/constraints/violation';

const WEIGHT = reported<NumberConstraint>({
  kind: 'number', property: 'weight', parameter: 'Weight', min: 0, max: 1, integer: false, source: 'AWS Lambda API reference, CreateAlias',
}, {
  id: 'WeightOutOfRange', consequence: 'Lambda refuses it.', remedy: 'Lower it.', evidence: { grade: 'documented', says: 'The weight is at most 1.' },
});

test('a value outside of the limit breaks the rule that says the limit', () => {
  expect(broken(brokenRule(WEIGHT, 1.5)!, WEIGHT.parameter, '1.5')).toBe('`Weight` must be a number between 0 and 1, got: 1.5. Lambda refuses it. Lower it.');
});

test('a value within the limit breaks nothing', () => {
  expect(brokenRule(WEIGHT, 1)).toBeUndefined();
});

test.each(reportedLimits().map(({ file, name, value }) => [`${file} ${name}`, value] as const))('%s says its parameter and limit, and cites its source', (_, limit) => {
  expect(limit.rule.rule).toBe(statement(limit));
  expect(limit.rule.source).toBe(limit.source);
  expect(limit.rule.parameter).toBe(limit.parameter);
});
