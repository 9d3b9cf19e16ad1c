import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { interceptGrants } from '../../../lib/aws/destinations/intercepted-grants';
import { agnosticStack, fn } from '../fixture';

const STATEMENT = new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: ['*'] });

describe('a function whose grants are intercepted', () => {
  test.each<[string, (made: lambda.IFunction) => unknown]>([
    ['the function', made => made.addToRolePolicy(STATEMENT)],
    ['its principal', made => made.grantPrincipal.addToPrincipalPolicy(STATEMENT)],
    ['its role', made => made.role!.addToPrincipalPolicy(STATEMENT)],
    ['the principal of its role', made => made.role!.grantPrincipal.addToPrincipalPolicy(STATEMENT)],
  ])('passes on what is granted to %s', (_, grant) => {
    const stack = agnosticStack();
    const granted: iam.PolicyStatement[] = [];
    grant(interceptGrants(stack, fn(stack), statement => {
      granted.push(statement);
      return { statementAdded: true };
    }));

    expect(granted).toEqual([STATEMENT]);
  });

  test('has one principal, which is its role, as the function itself', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    const intercepted = interceptGrants(stack, made, () => ({ statementAdded: true }));

    expect(made.role).toBe(made.grantPrincipal);
    expect(intercepted.role).toBe(intercepted.grantPrincipal);
    expect(intercepted.grantPrincipal.grantPrincipal).toBe(intercepted.role);
  });

  test('has no role if it was imported without one', () => {
    const stack = agnosticStack();

    expect(interceptGrants(stack, lambda.Function.fromFunctionName(stack, 'Fn', 'orders'), () => ({ statementAdded: true })).role).toBeUndefined();
  });
});
