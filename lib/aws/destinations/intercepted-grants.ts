import { Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { standInFor } from './stand-in';

/** What happens to a statement that a destination grants. */
export type AddStatement = iam.IPrincipal['addToPrincipalPolicy'];

/**
 * The function as destinations see it: each statement that they grant to it goes to `add` instead of its role.
 *
 * A destination may grant to the function, to its principal or to its role.
 *
 * @param scope the config. The principal gets the account of its stack: a config and its function share an account, but
 * in a stack without a known account, a literal account in the function's ARN would look like another one
 * @param policyFragment the principal in the policy of a target
 */
export function interceptGrants(
  scope: IConstruct,
  fn: lambda.IFunction,
  add: AddStatement,
  policyFragment: () => iam.PrincipalPolicyFragment = () => fn.grantPrincipal.policyFragment,
): lambda.IFunction {
  const standIns = new Map<iam.IPrincipal, iam.IPrincipal>();
  const intercepted = <P extends iam.IPrincipal>(principal: P): P => {
    const standIn: P = standIns.get(principal) as P | undefined ?? standInFor<iam.IPrincipal & Partial<Pick<iam.Role, 'addToPolicy'>>>(principal, {
      get grantPrincipal() {
        return standIn;
      },
      get policyFragment() {
        return policyFragment();
      },
      addToPrincipalPolicy: add,
      addToPolicy: statement => add(statement).statementAdded,
      principalAccount: Stack.of(scope).account,
    }) as P;
    standIns.set(principal, standIn);
    return standIn;
  };
  return standInFor(fn, {
    get grantPrincipal() {
      return intercepted(fn.grantPrincipal);
    },
    get role() {
      return fn.role && intercepted(fn.role);
    },
    addToRolePolicy: statement => void add(statement),
  });
}
