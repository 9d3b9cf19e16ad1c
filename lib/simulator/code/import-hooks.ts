/**
 * Module hooks that let `import` find what it finds on Lambda: packages by `NODE_PATH`, which Node.js itself uses only for
 * `require`, and files of layers below `/opt`.
 */
export const IMPORT_HOOKS = `data:text/javascript,${encodeURIComponent(`
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folders = process.env.NODE_PATH.split(delimiter);
let layers = [];

export function initialize(data) {
  layers = data.layers;
}

function fromLayers(specifier) {
  const [, path] = /^(?:file:[/][/])?[/]opt[/](.*)$/.exec(specifier) ?? [];
  const file = path !== undefined && layers.map(layer => join(layer, path)).find(existsSync);
  return file ? pathToFileURL(file).href : specifier;
}

export async function resolve(given, context, next) {
  const specifier = fromLayers(given);
  try {
    return await next(specifier, context);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || /^[./]|^[a-z]+:/.test(specifier)) throw error;
    const [name] = /^(?:@[^/]+[/])?[^/]+/.exec(specifier);
    // Node.js would go on in the folders above, which may come later in the list.
    const folder = folders.find(each => existsSync(join(each, name)));
    if (folder === undefined) throw error;
    return next(specifier, { ...context, parentURL: pathToFileURL(join(dirname(folder), 'index.js')).href });
  }
}
`)}`;
