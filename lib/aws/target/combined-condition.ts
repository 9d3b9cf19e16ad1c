import { CfnCondition, Fn, type ICfnConditionExpression, type Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** Conditions that must all be true. */
export type Conditions = ReadonlySet<CfnCondition>;

/** The condition that all of several are true; undefined without any. */
export function allOf(stack: Stack, conditions: Conditions): CfnCondition | undefined {
  const sorted = [...conditions].sort((one, other) => one.node.path < other.node.path ? -1 : 1);
  return sorted.length < 2 ? sorted[0] : combination(stack, nameOf(conditions), () => Fn.conditionAnd(...sorted));
}

/** The condition that all of several are true, and those of one alternative; undefined if nothing is required. */
export function oneOf(stack: Stack, required: Conditions, alternatives: readonly Conditions[]): CfnCondition | undefined {
  const beyond = alternatives.map(each => new Set([...each].filter(condition => !required.has(condition))));
  const choices = new Map(beyond.map(each => [nameOf(each), each]));
  const [first, another] = choices.values();
  if (first === undefined || choices.has('')) {
    return allOf(stack, required);
  }
  if (another === undefined) {
    return allOf(stack, new Set([...required, ...first]));
  }
  const name = [...choices.keys()].sort().join(' or ');
  const either = combination(stack, name, () => Fn.conditionOr(...[...choices.values()].map(each => allOf(stack, each)!)));
  return allOf(stack, new Set([...required, either]));
}

/** Contains the combined conditions of a stack. */
const SCOPE = 'AsyncInvokeConditions';

/** The combined condition of a stack, which is made only once. */
function combination(stack: Stack, name: string, expression: () => ICfnConditionExpression): CfnCondition {
  const scope = stack.node.tryFindChild(SCOPE) ?? new Construct(stack, SCOPE);
  return scope.node.tryFindChild(name) as CfnCondition | undefined ?? new CfnCondition(scope as Construct, name, { expression: expression() });
}

/** The name of a combination: conditions by their paths, in which a slash would end an id. */
function nameOf(conditions: Conditions): string {
  return [...conditions].map(({ node }) => node.path.replaceAll('/', '.')).sort().join(' and ');
}
