import type { Text } from './value';

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
