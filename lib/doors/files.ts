import { realpathSync as resolvedInJavaScript } from 'node:fs';

export { existsSync, readFileSync, statSync } from 'node:fs';
export { dirname, join, normalize, sep } from 'node:path';

/** The real path of a file, by one call of the operating system: Node.js itself would ask for each directory on the way. */
export const realpathSync: (path: string) => string = resolvedInJavaScript.native;
