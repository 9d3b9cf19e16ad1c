import { NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { functionIn, synthesized } from '../synthesized';

test('finds the template of a nested stack by the hash in its URL, without asset metadata', () => {
  const { stacks } = synthesized(app => {
    functionIn(new NestedStack(new Stack(new Stage(app, 'Prod'), 'Parent'), 'Nested'), 'Fn');
  }, { context: { 'aws:cdk:disable-asset-staging': false, 'aws:cdk:enable-asset-metadata': false } });
  expect([...stacks.values()].map(({ displayName }) => displayName)).toEqual(['Prod/Parent', expect.stringMatching(/^Prod\/Parent\/NestedNestedStack/)]);
});
