import { join } from 'node:path';

/** The layers of a function. */
export interface Layers {
  /** The directories that Lambda would unpack to `/opt`, those first whose files replace the files of the others. */
  readonly directories: readonly string[];

  /** The names of layers that the assembly does not contain. */
  readonly absent: readonly string[];
}

/** The folders of packages in layers, in the order of `NODE_PATH` on Lambda. */
export function layerPackages({ directories }: Layers, runtime: string): string[] {
  const [, major] = /^nodejs(\d+)/.exec(runtime) ?? [];
  return [`node${major}/node_modules`, 'node_modules'].flatMap(folder => directories.map(directory => join(directory, 'nodejs', folder)));
}
