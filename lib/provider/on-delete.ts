import type { IConstruct } from 'constructs';
import { ConfigOnDelete } from './config-on-delete';
import type { ChoiceConstraint } from '../constraints/constraint';
import { invalid } from '../constraints/invalid';
import { violation } from '../constraints/violation';
import { ON_DELETE_CHOICES } from '../contract/async-invoke-config';

const ON_DELETE: ChoiceConstraint = { kind: 'choice', property: 'onDelete', parameter: 'OnDelete', values: ON_DELETE_CHOICES, source: 'AsyncInvokeConfigProperties' };

/**
 * The choice for `onDelete`, or the default.
 *
 * @throws Error if it is not one of the choices: some languages do not check the values of an enum
 */
export function chosenOnDelete(scope: IConstruct, choice = ConfigOnDelete.RESTORE): ConfigOnDelete {
  const unknown = violation(ON_DELETE, choice);
  if (unknown) {
    throw invalid(scope, unknown);
  }
  return choice;
}
