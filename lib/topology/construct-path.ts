import type { Topology } from './topology';

/** A construct path as people write it: without the ids of default children. */
export function writtenPath(path: string | undefined): string | undefined {
  return path?.replace(/(\/Resource)?(\/Default)?$/, '');
}

/** The construct path of a resource as people write it, or its key where the app does not tell it. */
export function pathOf({ resources }: Pick<Topology, 'resources'>, key: string): string {
  return writtenPath(resources.get(key)?.path) ?? key;
}
