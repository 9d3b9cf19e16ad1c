import { NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { functionIn, synthesized } from '../synthesized';

test.each([
  ['with path metadata in the templates', { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true }],
  ['without', {}],
])('construct paths are found %s', (_, context) => {
  const { functions } = synthesized(app => {
    functionIn(new NestedStack(new Stack(app, 'Parent'), 'Nested'), 'Fn');
    functionIn(new Stack(new Stage(app, 'Prod'), 'Orders'), 'Fn');
  }, { context });
  expect([...functions.values()].map(({ path }) => path)).toEqual(['Parent/Nested/Fn/Resource', 'Prod/Orders/Fn/Resource']);
});

test('without path metadata, a logical id that a stack and its nested stack share has no path', () => {
  const { functions } = synthesized(app => {
    const parent = new Stack(app, 'Parent');
    for (const scope of [parent, new NestedStack(parent, 'Nested')]) functionIn(scope, 'Fn');
  });
  expect([...functions.values()].map(({ path }) => path)).toEqual([undefined, undefined]);
});
