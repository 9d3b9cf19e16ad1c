import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { DependencyGroup, type IConstruct } from 'constructs';
import { acknowledgeObjects } from './acknowledged-objects';
import { DESTINATION_PERMISSION_MISSING } from '../../constraints/aws-lambda/destination';
import { invalid } from '../../constraints/invalid';
import { broken } from '../../constraints/rule';

const POLICY_ID = 'DestinationPolicy';
const CUSTOMIZED_ROLES = '@aws-cdk/iam:customizeRoles';
const DELIVERING = Symbol.for('cdk-async-invoke.delivering');
const SEPARATE = Symbol.for('cdk-async-invoke.separate-permissions');
const AS_IS = Symbol.for('cdk-async-invoke.delivering-as-is');

/**
 * The function as its destinations see it: what they grant to it goes into a policy
 * of its own, for which the config waits.
 *
 * The role's default policy would not do: the function waits for that one, so a
 * destination that refers to the function in turn would close a circle. And a role
 * that takes no policies drops what is granted to it without a word.
 *
 * @param scope the config
 * @param property the side of the config, as the user wrote it
 * @throws Error if the role cannot be given permissions
 */
export function delivering(scope: IConstruct, fn: lambda.IFunction, property: string): lambda.IFunction {
  return DELIVERING in fn ? fn : seenFrom(scope, fn, statement => {
    if (isPrecreated(fn.role)) {
      return fn.role.addToPrincipalPolicy(statement);
    }
    const home = separateHome(scope);
    const policy = destinationPolicy(home ?? (Stack.of(fn) === Stack.of(scope) ? fn : scope));
    if (!policy.isAttachedTo(fn.role)) {
      const got = `${statement.actions.join(', ')} for ${unable(fn)}`;
      throw home?.[SEPARATE](got) ?? invalid(scope, broken(DESTINATION_PERMISSION_MISSING, property, got));
    }
    policy.addStatements(statement);
    acknowledgeObjects(policy, statement);
    scope.node.addDependency(policy);
    return { statementAdded: true, policyDependable: policy };
  });
}

/**
 * Gives the configs within a scope a policy of their own instead of that which the configs of one function share.
 *
 * For whatever another config may have to wait for: it could not wait for the permission of that one in turn.
 *
 * @param refusal the error for a role that cannot be given permissions: whoever wrote the scope knows nothing of the configs within
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

/** What destinations see of a function whose role has the permissions already: what they grant to it is dropped. */
export function deliveringAsIs(scope: IConstruct, fn: lambda.IFunction, property: string): lambda.IFunction {
  return seenFrom(scope, fn, () => ({ statementAdded: true, policyDependable: new DependencyGroup() }), {
    policyFragment: {
      get() {
        if (!fn.role) {
          throw invalid(scope, broken(DESTINATION_PERMISSION_MISSING, property, `an addition to the policy of a target that may be of another account, for ${unable(fn)}`));
        }
        return fn.role.policyFragment;
      },
    },
  }, { [AS_IS]: { value: true } });
}

/** Whether nothing is to be granted, neither to the role nor on the target. */
export function isDeliveringAsIs(fn: lambda.IFunction): boolean {
  return AS_IS in fn;
}

/** A function is of the account of the config, or refused: a literal account does not make a target foreign. */
function seenFrom(
  scope: IConstruct,
  fn: lambda.IFunction,
  addToPrincipalPolicy: iam.IPrincipal['addToPrincipalPolicy'],
  principalProperties: PropertyDescriptorMap = {},
  properties: PropertyDescriptorMap = {},
): lambda.IFunction {
  const principal: iam.IPrincipal = Object.create(fn.grantPrincipal, {
    addToPrincipalPolicy: { value: addToPrincipalPolicy },
    grantPrincipal: { get: () => principal },
    principalAccount: { value: Stack.of(scope).account },
    ...principalProperties,
  });
  return Object.create(fn, { grantPrincipal: { value: principal }, [DELIVERING]: { value: true }, ...properties });
}

function destinationPolicy(home: IConstruct): DestinationPolicy {
  return (home.node.tryFindChild(POLICY_ID) ?? new DestinationPolicy(home, POLICY_ID)) as DestinationPolicy;
}

/** `Role.customizeRoles` keeps what it is told in the context: such a role takes no policies, but reports what it needs. */
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

  public attachToRole(role: iam.IRole): void {
    this.attached = true;
    super.attachToRole(role);
  }

  /** Attaches the policy, and tells whether the role let it: an immutable one only pretends to. */
  public isAttachedTo(role?: iam.IRole): boolean {
    if (!this.attached) {
      role?.attachInlinePolicy(this);
    }
    return this.attached;
  }
}
