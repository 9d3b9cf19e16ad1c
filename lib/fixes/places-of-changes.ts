import type { AddChange, Change } from './change';
import { valueAt } from './raw-values';
import type { DocumentPath } from '../topology';

type ChangeWithin = Exclude<Change, AddChange>;

/** Whether two changes write at the same place, so that the later one must know the earlier one. */
export function meet(one: Change, other: Change, raw: (key: string) => unknown): boolean {
  if (one.kind === 'add' || other.kind === 'add' || one.resource !== other.resource || (one.kind === 'append' && other.kind === 'append')) {
    return false;
  }
  const resource = raw(one.resource);
  const [a, b] = [written(one, resource), written(other, resource)];
  return startsWith(a, b) || startsWith(b, a);
}

/** Whether a change removes the place of another one, which then has nothing to do. */
export function removes(one: Change, other: Change): boolean {
  if (one.kind !== 'remove' || other.kind === 'add' || one.resource !== other.resource) {
    return false;
  }
  const path = pathOf(other);
  return startsWith(path, one.path) && !(other.kind === 'remove' && path.length === one.path.length);
}

function pathOf(change: ChangeWithin): DocumentPath {
  switch (change.kind) {
    case 'wait': return ['DependsOn'];
    case 'append': return [...change.path, '-'];
    default: return change.path;
  }
}

/** The outermost place that a change writes: with a value, it writes what is missing around it. */
function written(change: ChangeWithin, resource: unknown): DocumentPath {
  const path = pathOf(change);
  const missing = path.findIndex((_, index) => valueAt(resource, path.slice(0, index + 1)) === undefined);
  return missing < 0 ? path : path.slice(0, missing + 1);
}

function startsWith(path: DocumentPath, start: DocumentPath): boolean {
  return start.every((part, index) => path[index] === part);
}
