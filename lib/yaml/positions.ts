import { isMap, isSeq, type ParsedNode } from 'yaml';
import { longForm } from './short-form';
import { isMerge, keyOf, type Entry, type Values } from './values';
import type { DocumentPath } from '../topology/assembly/located-document';

/** The offset of the value at the end of a path, else of the innermost value around it. An entry is at its key. */
export function offsetOf(values: Values, root: ParsedNode, path: DocumentPath): number {
  let node: ParsedNode | null = root;
  let offset = root.range[0];
  for (const part of path) {
    const target: ParsedNode | undefined = node === null ? undefined : values.target(node);
    if (target && longForm((target as { tag?: string }).tag ?? '') === part) {
      continue;
    }
    const entry: Entry | undefined = target && child(values, target, part);
    if (!entry) {
      break;
    }
    node = entry.value;
    offset = entry.key.range[0];
  }
  return offset;
}

function child(values: Values, node: ParsedNode, part: string | number): Entry | undefined {
  if (isSeq<ParsedNode>(node)) {
    const item = typeof part === 'number' ? node.items[part] : undefined;
    return item && { key: item, value: item };
  }
  if (!isMap<ParsedNode, ParsedNode | null>(node)) {
    return undefined;
  }
  const own = node.items.filter(({ key }) => keyOf(key) === part && !isMerge(key)).at(-1);
  return own ?? node.items.filter(({ key }) => isMerge(key)).flatMap(({ value }) => mergedFrom(values, value, part))[0];
}

function mergedFrom(values: Values, merged: ParsedNode | null, part: string | number): Entry[] {
  const target = merged && values.target(merged);
  const sources = isSeq<ParsedNode>(target) ? target.items.map(item => values.target(item)) : target ? [target] : [];
  return sources.flatMap(source => child(values, source, part) ?? []);
}
