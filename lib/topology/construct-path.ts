import type { Topology } from './topology';

/** A construct path as people write it: without what aws-cdk-lib appends for the only resource of a construct. */
export function writtenPath(path: string | undefined): string | undefined {
  return path?.replace(/\/Resource$/, '');
}

/** The construct path of a resource as people write it, or its key where the app does not tell it. */
export function pathOf({ resources }: Pick<Topology, 'resources'>, key: string): string {
  return writtenPath(resources.get(key)?.path) ?? key;
}
