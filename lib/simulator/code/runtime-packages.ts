import { dirname, join } from 'node:path';

/**
 * Folders in which code finds the packages that Lambda's Node.js runtime includes, such as the AWS SDK: the `node_modules`
 * of your project and of the folders above it.
 */
export function packageFolders(project: string): string[] {
  const parent = dirname(project);
  return [join(project, 'node_modules'), ...parent === project ? [] : packageFolders(parent)];
}

/** Regular expression for the packages that the runtime includes: the AWS SDK for JavaScript v3. */
export const RUNTIME_PACKAGES = '^@(?:aws-sdk|smithy)/[^/]+';

/** Module hooks that let `import` use `NODE_PATH`, as it does on Lambda. Node.js itself uses it only for `require`. */
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
