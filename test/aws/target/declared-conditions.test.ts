import { CfnCondition, CfnResource, Fn } from 'aws-cdk-lib';
import { declaresConditions } from '../../../lib/aws/target/declared-conditions';
import { agnosticStack } from '../fixture';

test('is asked anew in each pass, until there are conditions', () => {
  const stack = agnosticStack();
  const [one, two] = ['One', 'Two'].map(id => new CfnResource(stack, id, { type: 'Some::Type' }));
  const findAll = jest.spyOn(stack.node, 'findAll');
  const ask = (resource: CfnResource) => declaresConditions(resource, 'rendering');
  expect([ask(one), ask(two), findAll.mock.calls.length]).toEqual([false, false, 1]);
  new CfnCondition(stack, 'Condition', { expression: Fn.conditionEquals('a', 'b') });
  expect([ask(one), ask(two), findAll.mock.calls.length]).toEqual([true, true, 2]);
  expect([ask(one), ask(two), findAll.mock.calls.length]).toEqual([true, true, 2]);
});

test('leaves out the condition of the metadata of aws-cdk-lib', () => {
  const stack = agnosticStack();
  const metadata = new CfnResource(stack, 'CDKMetadata', { type: 'AWS::CDK::Metadata' });
  new CfnCondition(metadata, 'Condition', { expression: Fn.conditionEquals('a', 'b') });
  expect(declaresConditions(metadata, 'rendering')).toBe(false);
});
