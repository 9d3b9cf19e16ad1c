import { readTemplates } from '../../../lib/topology';
import { append } from '../../../lib/topology/assembly/app';

test('returns stacks in one order', () => {
  const [a, b] = ['A', 'B'].map(name => ({ name, template: {} }));
  expect([...readTemplates([b, a]).stacks.keys()]).toEqual(['A', 'B']);
});

test('adds to the list of a key', () => {
  const lists = new Map<string, number[]>();
  append(lists, 'a', 1);
  append(lists, 'a', 2);
  expect(lists).toEqual(new Map([['a', [1, 2]]]));
});
