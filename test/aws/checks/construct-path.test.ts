import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { placeIn, placeOf, withPaths } from '../../../lib/aws/checks/construct-path';
import type { Finding } from '../../../lib/checks';
import type { Topology } from '../../../lib/topology';

const TOPOLOGY = { stacks: new Map([['S', { displayName: 'Shop', file: 'assembly-Prod/Shop.template.json' }]]) } as unknown as Topology;

function finding(logicalId: string, path?: string): Finding {
  return { stack: 'Shop', logicalId, path } as Finding;
}

function shop(): App {
  const app = new App();
  new CfnResource(new Stack(app, 'Shop'), 'Orders', { type: 'Any::Kind::Resource' });
  return app;
}

test('a finding without a path gets the path of its resource', () => {
  expect(withPaths([finding('Orders')], TOPOLOGY, shop())).toEqual([finding('Orders', 'Shop/Orders')]);
});

test('a finding keeps a path of the app', () => {
  expect(withPaths([finding('Orders', 'Shop'), finding('Orders')], TOPOLOGY, shop()))
    .toEqual([finding('Orders', 'Shop'), finding('Orders', 'Shop/Orders')]);
});

test('a finding with the path of another app gets the path of its resource', () => {
  expect(withPaths([finding('Orders', 'OldShop/Orders'), finding('Orders', 'Shop/Orders/Resource')], TOPOLOGY, shop()))
    .toEqual([finding('Orders', 'Shop/Orders'), finding('Orders', 'Shop/Orders')]);
});

test('a resource that is no construct has the path of its stack', () => {
  expect(withPaths([finding('Included'), finding('Orders')], TOPOLOGY, shop())).toEqual([finding('Included', 'Shop'), finding('Orders', 'Shop/Orders')]);
});

test('a resource of a template that no stack of the app has written has no path', () => {
  const topology = { stacks: new Map([['S', { displayName: 'Shop', file: 'Other.template.json' }]]) } as unknown as Topology;

  expect(withPaths([finding('Orders')], topology, shop())).toEqual([finding('Orders')]);
});

test('a place does not depend on the directory of the assembly or its separators', () => {
  const [resource] = shop().node.findAll().filter(CfnResource.isCfnResource);

  expect(placeOf(resource)).toBe('Shop.template.json Orders');
  expect(['Shop.template.json', 'assembly-Prod/Shop.template.json', 'assembly-Prod\\Shop.template.json'].map(file => placeIn(file, 'Orders')))
    .toEqual(Array(3).fill('Shop.template.json Orders'));
});

test('places differ by template and by logical id', () => {
  expect(new Set([placeIn('A.json', 'Orders'), placeIn('B.json', 'Orders'), placeIn('A.json', 'Invoices'), placeIn(undefined, 'Orders')]).size).toBe(4);
});
