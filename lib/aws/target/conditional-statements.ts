import { Aws, Fn, type CfnResource, type IResolvable, type IResolveContext } from 'aws-cdk-lib';
import type { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import { carryConditions, conditionsIn, conditionsOf, type Existence } from './carried-condition';
import { allOf, type Conditions } from './combined-condition';
import { declaresConditions } from './declared-conditions';
import { propertiesOf } from './properties-of';

/** The L1 of a policy: of a role, or of a queue. */
interface Policy extends CfnResource {
  policyDocument: any;
}

/**
 * Gives a policy the conditions of the resources that it refers to, and each statement its own.
 *
 * A policy may serve several resources, of which only some exist. It exists if one of its statements does, because AWS refuses a policy
 * without any.
 */
export function carryConditionsInStatements(policy: Policy, { subjects }: Pick<Existence, 'subjects'> = {}): void {
  const document: PolicyDocument = policy.policyDocument;
  policy.policyDocument = new ConditionalStatements(policy, document, subjects);
  carryConditions(policy, { subjects, alternatives: () => statementsOf(document).map(statement => conditionsIn(policy, statement)) });
}

/** The document of a policy, in which a statement with a condition that the policy does not have is chosen by `Fn::If`. */
class ConditionalStatements implements IResolvable {
  readonly creationStack: string[] = [];

  constructor(private readonly policy: Policy, private readonly document: PolicyDocument, private readonly subjects: Existence['subjects']) {}

  resolve(context: IResolveContext): unknown {
    const resolved = this.document.resolve(context);
    if (!resolved || !declaresConditions(this.policy, 'documenting')) {
      return resolved;
    }
    const required = this.required();
    return { ...resolved, Statement: resolved.Statement.map((statement: object) => this.chosen(statement, required)) };
  }

  toString(): string {
    return this.document.toString();
  }

  private chosen(statement: object, required: Conditions): unknown {
    const conditions = [...conditionsIn(this.policy, statement)].filter(condition => !required.has(condition));
    const condition = allOf(this.policy.stack, new Set(conditions));
    return condition ? Fn.conditionIf(condition.logicalId, statement, Aws.NO_VALUE) : statement;
  }

  /** The conditions of the policy, whichever of its statements exist. */
  private required(): Conditions {
    const { policy, document, subjects } = this;
    const { policyDocument, ...others } = propertiesOf(policy);
    const [first = [], ...rest] = statementsOf(document).map(statement => conditionsIn(policy, statement));
    const common = [...first].filter(condition => rest.every(conditions => conditions.has(condition)));
    return new Set([...conditionsIn(policy, others), ...conditionsOf(policy.stack, subjects?.() ?? []), ...common]);
  }
}

function statementsOf(document: PolicyDocument): object[] {
  return document.isEmpty ? [] : document.toJSON().Statement;
}
