import { IMPORT_HOOKS } from '../import-hooks';
import type { Layers } from '../layers';
import { RUNTIME_PACKAGES } from '../runtime-packages';

/**
 * Program text that finds a handler, as Lambda's Node.js runtime does.
 *
 * @see https://github.com/aws/aws-lambda-nodejs-runtime-interface-client/blob/main/src/UserFunction.js
 */
export function loading({ directories, absent }: Layers): string {
  return `
const { basename, dirname, join, resolve } = require('node:path');
const { existsSync, readFileSync } = require('node:fs');
const { pathToFileURL } = require('node:url');
const Module = require('node:module');

const LAYERS = ${JSON.stringify(directories)};

/** The file of the layer that has a path below /opt. */
const inLayers = path => LAYERS.map(layer => join(layer, path.slice('/opt/'.length)))
  .find(file => ['', '.js', '.mjs', '.cjs'].some(ending => existsSync(file + ending))) ?? path;
const fromLayers = path => path.startsWith('/opt/') ? inLayers(path) : path;

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => resolveFilename(fromLayers(request), ...rest);

// So that import finds the packages of layers and of the runtime, too.
Module.register(${JSON.stringify(IMPORT_HOOKS)}, { data: { layers: LAYERS } });

function named(errorType, message) {
  const error = new Error(message);
  error.name = errorType;
  return error;
}

/** What the host lacks: a package of the runtime or of a layer, or a file below /opt; undefined for errors of the code. */
function lacking(error) {
  if (error?.code === 'ENOENT' && String(error.path).startsWith('/opt/')) return error.path;
  const isMissing = error?.code === 'MODULE_NOT_FOUND' || error?.code === 'ERR_MODULE_NOT_FOUND';
  const [, name] = isMissing ? /'([^']+)'/.exec(error.message) ?? [] : [];
  if (name === undefined) return undefined;
  return new RegExp(${JSON.stringify(RUNTIME_PACKAGES)}).exec(name)?.[0] ?? (${absent.length > 0} && /^([^./]|[/]opt[/])/.test(name) ? name : undefined);
}

function compiled(source) {
  const path = join(process.cwd(), 'index.js');
  const module = new Module(path);
  module.filename = path;
  module.paths = Module._nodeModulePaths(process.cwd());
  module._compile(source, path);
  return module.exports;
}

/** Whether the nearest package.json says that files with the ending .js are ES modules. */
function isModulePackage(folder) {
  if (basename(folder) === 'node_modules') return false;
  const file = join(folder, 'package.json');
  if (existsSync(file)) {
    try {
      return JSON.parse(readFileSync(file)).type === 'module';
    } catch {
      return false;
    }
  }
  return dirname(folder) !== folder && isModulePackage(dirname(folder));
}

/** The exports of a file, which Lambda looks for with each ending that it knows, the one with priority first. */
async function exportsOf(folder, file) {
  const path = fromLayers(resolve(folder, file));
  const isModule = existsSync(path + '.js') && isModulePackage(dirname(path));
  const ways = [['', require], isModule ? ['.js', imported] : ['.js', require], ['.mjs', imported], ['.cjs', require]];
  for (const [ending, take] of ways) {
    const exported = existsSync(path + ending) && await take(path + ending);
    if (exported) return exported;
  }
  return require(require.resolve(file, { paths: [process.cwd(), folder] }));
}

const imported = path => import(pathToFileURL(path).href);

const within = (value, names) => names.reduce((found, name) => found?.[name], value);

/** @throws the error that Lambda reports if there is no such handler */
async function load({ handler, inline, directory }) {
  if (handler.includes('..')) {
    throw named('Runtime.MalformedHandlerName', "'" + handler + "' is not a valid handler name. Use absolute paths when specifying root directories in handler names.");
  }
  const ending = basename(handler);
  // The file name ends at its first dot. What follows is the path of the handler within the exports.
  const [file, ...names] = ending.split('.');
  if (names.length === 0) throw named('Runtime.MalformedHandlerName', 'Bad handler');
  try {
    const exported = inline === undefined ? await exportsOf(resolve(directory, handler.slice(0, handler.indexOf(ending))), file) : compiled(inline);
    return checked(within(exported, names), handler);
  } catch (error) {
    if (error instanceof SyntaxError) throw named('Runtime.UserCodeSyntaxError', String(error));
    if (error?.code === 'MODULE_NOT_FOUND' && !lacking(error)) throw named('Runtime.ImportModuleError', String(error));
    throw error;
  }
}

function checked(found, handler) {
  if (!found) throw named('Runtime.HandlerNotFound', handler + ' is undefined or not exported');
  if (typeof found !== 'function') throw named('Runtime.HandlerNotFound', handler + ' is not a function');
  if (!TAKES_CALLBACKS && !found[STREAMED] && found.length >= 3) {
    throw named(
      'Runtime.CallbackHandlerDeprecated',
      'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use '
      + 'a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.',
    );
  }
  return found;
}
`;
}
