import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Cleans the heap, so that what is measured pays for nothing else. */
export const collectGarbage = runInNewContext('gc') as () => void;
