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
 * @param scope the config, whose account the principal gets: a config and its function are always of one account,
 * but a literal account in the ARN of the function would look like another one in a stack without an account
 * @param policyFragment the principal as the policy of a target names it
 */
export function interceptGrants(
  scope: IConstruct,
  fn: lambda.IFunction,
  add: AddStatement,
  policyFragment: () => iam.PrincipalPolicyFragment = () => fn.grantPrincipal.policyFragment,
): lambda.IFunction {
  const intercepted = <P extends iam.IPrincipal>(principal: P): P => {
    const standIn: P = standInFor<iam.IPrincipal & Partial<Pick<iam.Role, 'addToPolicy'>>>(principal, {
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
    return standIn;
  };
  return standInFor(fn, {
    grantPrincipal: intercepted(fn.grantPrincipal),
    role: fn.role && intercepted(fn.role),
    addToRolePolicy: statement => void add(statement),
  });
}
