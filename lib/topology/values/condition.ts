import type { Evaluator } from './evaluator';
import { sameText, unknown, type Text, type Unknown } from './value';
import { own } from '../assembly/json-walk';
import type { RawResource } from '../assembly/raw-resource';
import type { Stack } from '../assembly/stack';

/** Whether a condition of a template holds; unknown if only the deployment knows. */
export function conditionHolds(evaluator: Evaluator, name: unknown, stack: Stack): boolean | Unknown {
  if (typeof name !== 'string' || !stack.template.conditions.has(name)) {
    return unknown('its condition is not declared in the template');
  }
  const resolved = evaluator.once(`${stack.id}\0condition\0${name}`, () => asText(holds(evaluator, stack.template.conditions.get(name), stack)));
  if (resolved.kind === 'literal') {
    return resolved.value === 'true';
  }
  return unknown(`condition \`${name}\` is known at deploy time only`);
}

/** Whether a resource of a stack will exist; unknown if only the deployment knows. */
export function willExist(evaluator: Evaluator, { condition }: RawResource, stack: Stack): boolean | Unknown {
  const inside = condition === undefined ? true : conditionHolds(evaluator, condition, stack);
  return stack.parent ? all([inside, willExist(evaluator, stack.parent.resource, stack.parent.stack)], true) : inside;
}

function asText(answer: boolean | Unknown): Text {
  return typeof answer === 'boolean' ? { kind: 'literal', value: String(answer) } : answer;
}

function holds(evaluator: Evaluator, expression: unknown, stack: Stack): boolean | Unknown {
  const [operator, ...others] = Object.keys(Object(expression));
  const argument = own(expression, operator);
  const operands = Array.isArray(argument) ? argument : [];
  const each = () => operands.map(operand => holds(evaluator, operand, stack));
  switch (others.length > 0 ? undefined : operator) {
    case 'Condition': return evaluator.deeper(() => conditionHolds(evaluator, argument, stack));
    case 'Fn::Equals': return equal(evaluator.text(operands[0], stack), evaluator.text(operands[1], stack));
    case 'Fn::Not': return negated(each()[0]);
    case 'Fn::And': return all(each(), true);
    case 'Fn::Or': return all(each(), false);
    default: return unknown('CloudFormation does not know this form of condition');
  }
}

function negated(answer: boolean | Unknown | undefined): boolean | Unknown {
  return typeof answer === 'boolean' ? !answer : answer ?? unknown('an `Fn::Not` needs a condition');
}

/** One false decides an `Fn::And`, one true an `Fn::Or`. Otherwise, one unknown makes the result unknown. */
function all(answers: ReadonlyArray<boolean | Unknown>, neutral: boolean): boolean | Unknown {
  if (answers.includes(!neutral)) {
    return !neutral;
  }
  return answers.find((answer): answer is Unknown => typeof answer !== 'boolean') ?? neutral;
}

function equal(left: Text, right: Text): boolean | Unknown {
  if (left.kind === 'unknown') {
    return left;
  }
  if (right.kind === 'unknown') {
    return right;
  }
  return sameText(left, right) ?? unknown('it compares values that only the deployment knows');
}
