import { invalid, shown } from './invalid-pattern-error';
import { innerOperator, type PatternLanguage } from './pattern-language';
import { NotKnownError } from '../../state/not-known-error';

/** The operators that the guides of Lambda list for filters; in `anything-but`, no operator. */
const LISTED = ['prefix', 'suffix', 'equals-ignore-case', 'anything-but', 'numeric', 'exists'];

/**
 * What event source mappings take. The guide says that it is the language of EventBridge, but it lists fewer operators.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
export function mappingLanguage(parameter: string): PatternLanguage {
  return {
    parameter,
    admit: (operator, operand, place) => {
      if (!LISTED.includes(operator) || innerOperator(operand) !== undefined) {
        throw unlisted(operator, operand, place, 'event source mappings');
      }
    },
  };
}

/**
 * What pipes take. The guide says which operators of EventBridge they lack.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function pipeLanguage(parameter: string): PatternLanguage {
  return {
    parameter,
    admit: (operator, operand, place) => {
      const inner = innerOperator(operand);
      if (operator === 'anything-but' && inner !== undefined) {
        throw invalid(place, 'be a value or a list of values, because pipes lack operators in `anything-but`', shown(operand), 'List the values, or filter in the target');
      }
      if (!LISTED.includes(operator) || inner !== undefined && operator !== 'prefix') {
        throw unlisted(operator, operand, place, 'pipes');
      }
    },
  };
}

function unlisted(operator: string, operand: unknown, place: string, users: string): NotKnownError {
  const inner = innerOperator(operand);
  return new NotKnownError(`whether filters of ${users} have \`${inner === undefined ? operator : `${operator}: ${inner}`}\`, as \`${place}\` needs`, 'Use another operator, or filter in the function.');
}
