import type { Topology } from './topology';

/** A construct path without the ids of default children, as users write it. */
export function writtenPath(path: string | undefined): string | undefined {
  return path && without(without(path, '/Default'), '/Resource');
}

/** The written construct path of a resource, or its key if the app has no path. */
export function pathOf({ resources }: Pick<Topology, 'resources'>, key: string): string {
  return writtenPath(resources.get(key)?.path) ?? key;
}

function without(path: string, end: string): string {
  return path.endsWith(end) ? path.slice(0, -end.length) : path;
}
