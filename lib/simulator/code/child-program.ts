/**
 * What runs in the child process: loads a handler and calls it, as the Node.js runtime of Lambda does.
 *
 * It is a text because the child has neither our modules nor our compiler. It reads no
 * time of its own: log lines carry that of the simulator.
 */
export const CHILD_PROGRAM = `
'use strict';
const { join } = require('node:path');
const { existsSync } = require('node:fs');
const { pathToFileURL } = require('node:url');
const { format } = require('node:util');
const Module = require('node:module');

let loading;
let now = '';
let requestId = '';

for (const [method, level] of [['log', 'INFO'], ['info', 'INFO'], ['debug', 'DEBUG'], ['warn', 'WARN'], ['error', 'ERROR'], ['trace', 'TRACE']]) {
  console[method] = (...values) => process.send({ line: [now, requestId, level, format(...values)].join('\\t') });
}

function reported(error) {
  const isError = error instanceof Error;
  return {
    error: isError
      ? { errorType: error.name, errorMessage: error.message, trace: String(error.stack).split('\\n') }
      : { errorType: typeof error, errorMessage: String(error), trace: [] },
  };
}

function named(errorType, message) {
  const error = new Error(message);
  error.name = errorType;
  return error;
}

async function load({ handler, inline, directory }) {
  const dot = handler.lastIndexOf('.');
  const [file, name] = [handler.slice(0, dot), handler.slice(dot + 1)];
  let exported;
  if (inline !== undefined) {
    const path = join(process.cwd(), 'index.js');
    const module = new Module(path);
    module.filename = path;
    module.paths = Module._nodeModulePaths(process.cwd());
    module._compile(inline, path);
    exported = module.exports;
  } else {
    const path = ['.js', '.mjs', '.cjs'].map(ending => join(directory, file + ending)).find(existsSync);
    if (path === undefined) throw named('Runtime.ImportModuleError', "Error: Cannot find module '" + file + "'");
    exported = await import(pathToFileURL(path).href);
  }
  const found = exported[name] ?? exported.default?.[name];
  if (found === undefined) throw named('Runtime.HandlerNotFound', handler + ' is undefined or not exported');
  if (typeof found !== 'function') throw named('Runtime.HandlerNotFound', handler + ' is not a function');
  return found;
}

function called(handler, event, context) {
  if (handler.length < 3) return handler(event, context);
  return new Promise((resolve, reject) => {
    const returned = handler(event, context, (error, result) => error ? reject(error) : resolve(result));
    if (typeof returned?.then === 'function') returned.then(resolve, reject);
  });
}

async function run({ program, event, context, time }) {
  now = time;
  requestId = context.awsRequestId;
  loading ??= load(program);
  const { remaining, ...rest } = context;
  const handler = await loading;
  const response = await called(handler, JSON.parse(event), { ...rest, callbackWaitsForEmptyEventLoop: true, getRemainingTimeInMillis: () => remaining });
  try {
    return { payload: JSON.stringify(response) ?? 'null' };
  } catch {
    throw new Error('Unable to stringify response body');
  }
}

process.on('message', message => run(message).catch(reported).then(answer => process.send(answer)));
process.on('uncaughtException', error => process.send(reported(error), () => process.exit(128)));
process.on('disconnect', () => process.exit());
`;
