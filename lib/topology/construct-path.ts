import type { Topology } from './topology';

/** A construct path without the ids of default children, as users write it. */
export function writtenPath(path: string | undefined): string | undefined {
  return path?.replace(/(\/Resource)?(\/Default)?$/, '');
}

/** The written construct path of a resource, or its key if the app has no path. */
export function pathOf({ resources }: Pick<Topology, 'resources'>, key: string): string {
  return writtenPath(resources.get(key)?.path) ?? key;
}
