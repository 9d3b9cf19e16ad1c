import { entriesOf, entryOf, itemsOf, listTree, mapTree, textOfEntry, withTexts } from '../../../lib/topology/values/tree';
import { literal, unknown } from '../../../lib/topology/values/value';

const TREE = mapTree([['name', literal('orders')], ['list', listTree([literal('a'), mapTree([['deep', literal('b')]])])]]);

test('reads entries, texts and items', () => {
  expect(entryOf(TREE, 'name')).toEqual(literal('orders'));
  expect(textOfEntry(TREE, 'name')).toEqual(literal('orders'));
  expect(itemsOf(entryOf(TREE, 'list'))).toHaveLength(2);
  expect(entriesOf(TREE).map(([name]) => name)).toEqual(['name', 'list']);
});

test('has nothing where there is nothing', () => {
  expect(entryOf(TREE, 'other')).toBeUndefined();
  expect(textOfEntry(undefined, 'name')).toBeUndefined();
  expect(itemsOf(literal('a'))).toEqual([]);
  expect(entriesOf(listTree([]))).toEqual([]);
});

test('a list or an object is no text', () => {
  expect(textOfEntry(TREE, 'list')).toEqual(unknown('it is not a text'));
});

test('rewrites texts at any depth', () => {
  expect(withTexts(TREE, () => literal('x'))).toEqual(mapTree([['name', literal('x')], ['list', listTree([literal('x'), mapTree([['deep', literal('x')]])])]]));
});
