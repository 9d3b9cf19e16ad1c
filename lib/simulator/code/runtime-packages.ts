import { dirname, join } from 'node:path';

/**
 * Folders in which code finds the packages that the Node.js runtime of Lambda brings, such as the AWS SDK: those of the
 * project that runs the simulator, as Node.js itself would look for them.
 */
export function packageFolders(project: string): string[] {
  const parent = dirname(project);
  return [join(project, 'node_modules'), ...parent === project ? [] : packageFolders(parent)];
}

/** The packages that the runtime brings, as a regular expression: version 3 of the AWS SDK. */
export const RUNTIME_PACKAGES = '^@(?:aws-sdk|smithy)/[^/]+';

/** Lets `import` find packages by `NODE_PATH`, as it does on Lambda. Node.js itself only does so for `require`. */
export const IMPORT_HOOKS = `data:text/javascript,${encodeURIComponent(`
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const parents = process.env.NODE_PATH.split(delimiter).map(folder => pathToFileURL(join(dirname(folder), 'index.js')).href);

export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || /^[./]|^[a-z]+:/.test(specifier)) throw error;
    for (const parentURL of parents) {
      try {
        return await next(specifier, { ...context, parentURL });
      } catch {}
    }
    throw error;
  }
}
`)}`;
