import { NestedStack, Stack, Stage } from 'aws-cdk-lib';
import type { AssemblyFiles } from '../../../lib/topology/assembly/assembly-file';
import { ConstructPaths } from '../../../lib/topology/assembly/construct-paths';
import { parseTemplate } from '../../../lib/topology/assembly/template';
import { functionIn, synthesized } from '../synthesized';

test.each([
  ['with path metadata in the templates', { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true }],
  ['without', {}],
])('finds construct paths %s', (_, context) => {
  const { functions } = synthesized(app => {
    functionIn(new NestedStack(new Stack(app, 'Parent'), 'Nested'), 'Fn');
    functionIn(new Stack(new Stage(app, 'Prod'), 'Orders'), 'Fn');
  }, { context });
  expect([...functions.values()].map(({ path }) => path)).toEqual(['Parent/Nested/Fn/Resource', 'Prod/Orders/Fn/Resource']);
});

test('distinguishes equal logical ids of a stack and its nested stacks, without path metadata', () => {
  const { functions } = synthesized(app => {
    const parent = new Stack(app, 'Parent');
    const nested = ['Orders', 'Bills'].map(id => new NestedStack(parent, id));
    for (const scope of [parent, ...nested, new NestedStack(nested[0], 'Inner')]) {
      functionIn(scope, 'Fn');
    }
  });
  expect([...functions.values()].map(({ path }) => path).sort()).toEqual([
    'Parent/Bills/Fn/Resource', 'Parent/Fn/Resource', 'Parent/Orders/Fn/Resource', 'Parent/Orders/Inner/Fn/Resource',
  ]);
  for (const { path, stack } of functions.values()) {
    expect(stack.split('.')).toHaveLength(path!.split('/').length - 2);
  }
});

test('finds no path for a logical id of two constructs', () => {
  const files = {} as AssemblyFiles;
  const paths = ConstructPaths.of(files, {
    id: 'S',
    type: 'aws:cloudformation:stack',
    directory: '',
    raw: { metadata: Object.fromEntries(['/S/One', '/S/Two', '/S/Three'].map((path, index) => [path, [{ type: 'aws:cdk:logicalId', data: index < 2 ? 'Same' : 'Other' }]])) },
  }, parseTemplate({ Resources: {} }, 'S', 'template'));
  expect([paths?.get('Same'), paths?.get('Other')]).toEqual([undefined, 'S/Three']);
});
