import { unknown, type Text } from './value';

/** A value of any shape, as far as it is known. Numbers and booleans are texts, as CloudFormation sends them. */
export type Tree = Text | TreeList | TreeMap;

/** A list in a tree. */
export interface TreeList {
  readonly kind: 'list';
  readonly items: readonly Tree[];
}

/** An object in a tree. */
export interface TreeMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Tree>;
}

/** A list of values. */
export function listTree(items: readonly Tree[]): TreeList {
  return { kind: 'list', items };
}

/** An object of values by name. */
export function mapTree(entries: Iterable<readonly [string, Tree]>): TreeMap {
  return { kind: 'map', entries: new Map(entries) };
}

/** The value of that name; `undefined` if there is none. */
export function entryOf(tree: Tree | undefined, name: string): Tree | undefined {
  return tree?.kind === 'map' ? tree.entries.get(name) : undefined;
}

/** The text of that name; `undefined` if there is none. */
export function textOfEntry(tree: Tree | undefined, name: string): Text | undefined {
  const found = entryOf(tree, name);
  return found?.kind === 'list' || found?.kind === 'map' ? unknown('it is not a text') : found;
}

/** The items of a list; none if it is not a list. */
export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  return tree?.kind === 'list' ? tree.items : [];
}

/** The entries of an object; none if it is not an object. */
export function entriesOf(tree: Tree | undefined): ReadonlyArray<readonly [name: string, value: Tree]> {
  return tree?.kind === 'map' ? [...tree.entries] : [];
}

/** The tree with rewritten texts. */
export function withTexts(tree: Tree, write: (text: Text) => Text): Tree {
  switch (tree.kind) {
    case 'list': return listTree(tree.items.map(item => withTexts(item, write)));
    case 'map': return mapTree([...tree.entries].map(([name, value]) => [name, withTexts(value, write)]));
    default: return write(tree);
  }
}
