import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { DependencyGroup, type Construct, type IConstruct } from 'constructs';
import { acknowledgeWildcards } from './acknowledged-wildcards';
import { interceptGrants } from './intercepted-grants';
import { DESTINATION_PERMISSION_MISSING, ROLE_UNKNOWN, ROLE_WITHOUT_GRANTS } from '../../constraints/aws-lambda/destination';
import { invalid } from '../../constraints/invalid';
import { broken } from '../../constraints/rule';
import { carryConditionsInStatements } from '../target/conditional-statements';
import { resourceOf } from '../target/invocation-target';

const POLICY_ID = 'DestinationPolicy';
const CUSTOMIZED_ROLES = '@aws-cdk/iam:customizeRoles';
const DELIVERING = Symbol.for('cdk-async-invoke.delivering');
const SEPARATE = Symbol.for('cdk-async-invoke.separate-permissions');
const AS_IS = Symbol.for('cdk-async-invoke.delivering-as-is');

/**
 * The function as its destinations see it: what they grant goes into a policy of its own, and the config waits
 * for that policy.
 *
 * The role's default policy does not do. The function waits for it, so a destination that refers to the function
 * would close a circle. And a role that accepts no policies silently drops what it is granted.
 *
 * @param scope the config
 * @param property the side of the config, as the user wrote it
 * @throws Error if the role accepts no permissions
 */
export function delivering(scope: IConstruct, fn: lambda.IFunction, property: string): lambda.IFunction {
  return DELIVERING in fn ? fn : Object.assign(interceptGrants(scope, fn, statement => {
    if (isPrecreated(fn.role)) {
      return fn.role.addToPrincipalPolicy(statement);
    }
    const home = separateHome(scope);
    const policy = destinationPolicy(home ?? (Stack.of(fn) === Stack.of(scope) ? fn : scope), fn);
    if (!policy.isAttachedTo(fn.role)) {
      const got = `${statement.actions.join(', ')} for ${unable(fn)}`;
      throw home?.[SEPARATE](got) ?? invalid(scope, broken(DESTINATION_PERMISSION_MISSING, property, got, ROLE_WITHOUT_GRANTS));
    }
    policy.addStatements(statement);
    acknowledgeWildcards(policy, statement);
    scope.node.addDependency(policy);
    return { statementAdded: true, policyDependable: policy };
  }), { [DELIVERING]: true });
}

/**
 * Gives the configs within a scope a policy of their own; otherwise all configs of a function share one.
 *
 * Use it where a config of the same function may have to wait for the scope: with the shared policy, the two would wait for each other.
 *
 * @param refusal the error for a role that accepts no permissions, in terms of the scope: its user does not see the configs within
 */
export function separatePermissions(scope: IConstruct, refusal: (got: string) => Error): void {
  Object.defineProperty(scope, SEPARATE, { value: refusal });
}

interface SeparateHome extends IConstruct {
  readonly [SEPARATE]: (got: string) => Error;
}

function separateHome(scope: IConstruct): SeparateHome | undefined {
  return scope.node.scopes.find((around): around is SeparateHome => SEPARATE in around);
}

/**
 * The function as its destinations see it when its role has the permissions already: what they grant is dropped.
 *
 * @throws Error if a destination asks for the principal of a function without a role, to add it to the policy of its target
 */
export function deliveringAsIs(scope: IConstruct, fn: lambda.IFunction, property: string): lambda.IFunction {
  return Object.assign(interceptGrants(scope, fn, () => ({ statementAdded: true, policyDependable: new DependencyGroup() }), () => {
    if (!fn.role) {
      const got = `an addition to the policy of a target that may be of another account, for ${unable(fn)}`;
      throw invalid(scope, broken(DESTINATION_PERMISSION_MISSING, property, got, ROLE_UNKNOWN));
    }
    return fn.role.policyFragment;
  }), { [DELIVERING]: true, [AS_IS]: true });
}

/** Whether the user skips permissions: then destinations grant nothing, neither to the role nor on the target. */
export function isDeliveringAsIs(fn: lambda.IFunction): boolean {
  return AS_IS in fn;
}

function destinationPolicy(home: IConstruct, fn: lambda.IFunction): DestinationPolicy {
  return (home.node.tryFindChild(POLICY_ID) ?? new DestinationPolicy(home, fn)) as DestinationPolicy;
}

/** Whether `Role.customizeRoles` applies, which stands in the context: such a role accepts no policies, but reports what it needs. */
function isPrecreated(role?: iam.IRole): role is iam.IRole {
  return role instanceof iam.Role && role.node.tryGetContext(CUSTOMIZED_ROLES) !== undefined;
}

function unable(fn: lambda.IFunction): string {
  return fn.role
    ? `a role that takes no policies, ${fn.role.node.path}`
    : `a function that was imported without its role, ${fn.node.path}`;
}

class DestinationPolicy extends iam.Policy {
  private attached = false;

  constructor(scope: IConstruct, fn: lambda.IFunction) {
    super(scope as Construct, POLICY_ID);
    carryConditionsInStatements(this.node.defaultChild as iam.CfnPolicy, { subjects: () => [resourceOf(fn)] });
  }

  attachToRole(role: iam.IRole): void {
    this.attached = true;
    super.attachToRole(role);
  }

  /** Attaches the policy and returns whether the role accepted it; an immutable role ignores it silently. */
  isAttachedTo(role?: iam.IRole): boolean {
    if (!this.attached) {
      role?.attachInlinePolicy(this);
    }
    return this.attached;
  }
}
