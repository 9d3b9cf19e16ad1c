export { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
export { dirname, join, normalize, sep } from 'node:path';
