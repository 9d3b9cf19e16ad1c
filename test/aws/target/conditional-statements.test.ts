import { CfnCondition, Fn, type CfnResource, type Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { carryConditionsInStatements } from '../../../lib/aws/target/conditional-statements';
import { brokenReferences } from '../broken-references';
import { agnosticStack, resources, role } from '../fixture';

/** A policy that allows to send to queues under conditions, which may be absent. */
function policyFor(...conditions: (string | undefined)[]): { stack: Stack; condition?: string; statements: object[] } {
  const stack = agnosticStack();
  const policy = new iam.Policy(stack, 'Policy', { roles: [role(stack)] });
  carryConditionsInStatements(policy.node.defaultChild as iam.CfnPolicy);
  conditions.forEach((where, index) => {
    const queue = new sqs.Queue(stack, `Queue${index}`);
    (queue.node.defaultChild as CfnResource).cfnOptions.condition = where === undefined ? undefined
      : stack.node.tryFindChild(where) as CfnCondition | undefined ?? new CfnCondition(stack, where, { expression: Fn.conditionEquals('a', where) });
    policy.addStatements(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
  });
  const [{ Properties, Condition }] = Object.values(resources(stack, 'AWS::IAM::Policy')) as any[];
  return { stack, condition: Condition, statements: Properties.PolicyDocument.Statement };
}

const statement = (queue: RegExp) => ({ Action: 'sqs:SendMessage', Effect: 'Allow', Resource: { 'Fn::GetAtt': [expect.stringMatching(queue), 'Arn'] } });
const chosen = (condition: string, queue: RegExp) => ({ 'Fn::If': [condition, statement(queue), { Ref: 'AWS::NoValue' }] });

test('leaves a policy without conditions as it is', () => {
  const { condition, statements } = policyFor(undefined);
  expect({ condition, statements }).toEqual({ condition: undefined, statements: [statement(/^Queue0/)] });
});

test('gives the policy the condition that all statements have', () => {
  const { stack, condition, statements } = policyFor('One', 'One');
  expect({ condition, statements }).toEqual({ condition: 'One', statements: [statement(/^Queue0/), statement(/^Queue1/)] });
  expect(brokenReferences(stack)).toEqual([]);
});

test('chooses a statement whose condition others do not have', () => {
  const { stack, condition, statements } = policyFor(undefined, 'One');
  expect({ condition, statements }).toEqual({ condition: undefined, statements: [statement(/^Queue0/), chosen('One', /^Queue1/)] });
  expect(brokenReferences(stack)).toEqual([]);
});

test('leaves out a policy none of whose statements exists', () => {
  const { stack, condition, statements } = policyFor('One', 'Two');
  expect(condition).toMatch(/^AsyncInvokeConditionsStackOneorStackTwo/);
  expect(statements).toEqual([chosen('One', /^Queue0/), chosen('Two', /^Queue1/)]);
  expect(brokenReferences(stack)).toEqual([]);
});
