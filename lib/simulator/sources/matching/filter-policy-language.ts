import { checkLimit } from './invalid-pattern-error';
import { JsonNumber } from './json-number';
import { innerOperator, type PatternLanguage } from './pattern-language';
import { FILTER_POLICY_NUMBER } from '../../../constraints/aws-sns/filter-policy';
import { violation } from '../../../constraints/violation';
import { NotKnownError } from '../../state/not-known-error';

/** The operators of filter policies, and those in the operand of `anything-but`. */
const OPERATORS = ['prefix', 'suffix', 'equals-ignore-case', 'anything-but', 'numeric', 'exists', 'cidr'];
const EXCLUDED = ['prefix'];

/** SNS compares numbers with this many decimals. */
const DECIMALS = 5;

/**
 * What filter policies of SNS take.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
 * @see https://docs.aws.amazon.com/sns/latest/dg/attribute-key-matching.html
 */
export const FILTER_POLICY: PatternLanguage = {
  parameter: 'FilterPolicy',
  admit(operator, operand, place) {
    const inner = innerOperator(operand);
    if (!OPERATORS.includes(operator) || inner !== undefined && !(operator === 'anything-but' && EXCLUDED.includes(inner))) {
      throw new NotKnownError(`whether filter policies have \`${inner === undefined ? operator : `${operator}: ${inner}`}\`, as \`${place}\` needs`, 'Use another operator, or filter in the function.');
    }
  },
  admitNumber(value, place) {
    checkLimit(FILTER_POLICY_NUMBER, value, place, 'Compare smaller numbers, or strings');
    checkDecimals(value, place);
  },
  exists: value => value !== null && value !== '',
  checkCompared(value, place) {
    if (value instanceof JsonNumber || typeof value === 'number' && violation(FILTER_POLICY_NUMBER, value) !== undefined) {
      throw new NotKnownError(`how \`${place}\` compares ${value instanceof JsonNumber ? value.text : value}, which is beyond its range`, 'Send a smaller number, or a string.');
    }
    if (typeof value === 'number') {
      checkDecimals(value, place);
    }
  },
};

function checkDecimals(value: number, place: string): void {
  if (Number(value.toFixed(DECIMALS)) !== value) {
    throw new NotKnownError(`how \`${place}\` compares ${value}, which has more than ${DECIMALS} decimals`, 'Round the number.');
  }
}
