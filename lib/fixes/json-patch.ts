import type { Change } from './change';
import type { RawResources } from './fix-context';
import { valueAt } from './raw-values';
import { keyOf } from './run';
import type { DocumentPath, Topology } from '../topology';

/** One operation of a JSON Patch (RFC 6902), for the template of a stack. */
export interface PatchOperation {
  /** The id of the stack. */
  readonly stack: string;
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string;
  readonly value?: unknown;
}

/** The changes of a fix as a JSON Patch. */
export function jsonPatch(topology: Topology, raw: RawResources, changes: readonly Change[]): PatchOperation[] {
  const resources = new Map<string, Changed>();
  return changes.flatMap(change => {
    if (change.kind === 'add') {
      const { stack, logicalId, resource } = change;
      resources.set(keyOf(change), { stack, logicalId, content: structuredClone(resource) });
      return [{ stack, op: 'add', path: pointer(['Resources', logicalId]), value: resource }];
    }
    const changed = resources.get(change.resource) ?? { ...topology.resources.get(change.resource)!, content: structuredClone(raw(change.resource)) };
    resources.set(change.resource, changed);
    return operationsIn(changed.content, change)
      .map(({ path, ...operation }) => ({ stack: changed.stack, ...operation, path: pointer(['Resources', changed.logicalId, ...path]) }));
  });
}

/** A resource with the changes so far. */
interface Changed {
  readonly stack: string;
  readonly logicalId: string;
  readonly content: unknown;
}

interface Operation extends Pick<PatchOperation, 'op' | 'value'> {
  readonly path: DocumentPath;
}

/** The operations for a change, which is also done to the resource, for the changes that follow. */
function operationsIn(resource: unknown, change: Exclude<Change, { kind: 'add' }>): Operation[] {
  switch (change.kind) {
    case 'remove': {
      const { path } = change;
      // A value that an earlier fix has removed already cannot be removed unless it is there.
      return [...change.again ? [{ op: 'add', path, value: valueAt(resource, path) } as const] : [], { op: 'remove', path }];
    }
    case 'append': return [{ op: 'add', path: [...change.path, '-'], value: change.value }];
    case 'wait': {
      const before = valueAt(resource, ['DependsOn']) ?? [];
      return [written(resource, ['DependsOn'], [...new Set([...Array.isArray(before) ? before : [before], change.logicalId])])];
    }
    case 'set': return [written(resource, change.path, change.value)];
  }
}

/** Writes a value, with all that is missing around it. */
function written(resource: unknown, path: DocumentPath, value: unknown): Operation {
  const missing = path.findIndex((_, index) => valueAt(resource, path.slice(0, index + 1)) === undefined);
  const end = missing < 0 ? path.length : missing + 1;
  const content = path.slice(end).reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
  const around = valueAt(resource, path.slice(0, end - 1)) as Record<string | number, unknown>;
  // The operation keeps its value when later changes go into it.
  around[path[end - 1]] = structuredClone(content);
  return { op: missing < 0 ? 'replace' : 'add', path: path.slice(0, end), value: content };
}

function pointer(path: DocumentPath): string {
  return path.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
