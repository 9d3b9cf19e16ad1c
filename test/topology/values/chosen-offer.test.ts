import type { Offer } from '../../../lib/topology/assembly/app';
import type { Stack } from '../../../lib/topology/assembly/stack';
import { chosen } from '../../../lib/topology/values/chosen-offer';

const of = (assembly: string) => ({ stack: { assembly } as Stack, value: 'x' }) satisfies Offer;

test('prefers an offer of the same assembly', () => {
  const [dev, prod] = [of('Dev'), of('Prod')];

  expect(chosen([dev, prod], prod.stack)).toBe(prod);
});

test('takes the only offer of another assembly', () => {
  const shared = of('Shared');

  expect(chosen([shared], of('Dev').stack)).toBe(shared);
});

test.each([
  ['two of the same assembly', [of('Dev'), of('Dev')]],
  ['two of other assemblies', [of('Prod'), of('Shared')]],
  ['none', []],
])('chooses nothing among %s', (_, offers) => {
  expect(chosen(offers, of('Dev').stack)).toBeUndefined();
});
