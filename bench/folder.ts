import { resolve } from 'node:path';

/** The folder of the benches, whose code runs from `build/bench`: `npm run` starts in the root. */
export const BENCH = resolve('bench');

/** The compiled file of a bench that runs in a process of its own. */
export function compiled(name: string): string {
  return resolve(BENCH, 'build/bench', `${name}.js`);
}
