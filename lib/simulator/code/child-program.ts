import { IMPORT_HOOKS, RUNTIME_PACKAGES } from './runtime-packages';
import { UNREADABLE_ERROR, UNWRITABLE_RESPONSE } from '../behaviour/runtime-messages';

/**
 * The program of the child process. It loads a handler and calls it, as Lambda's Node.js runtime does.
 *
 * It is a string because the child process has neither our modules nor our compiler. Its log lines carry the time of the
 * simulator.
 *
 * Up to Node.js 22, a handler may use a callback, its return value counts only if it is a promise, and a handler that has
 * nothing left to wait for returns null. From Node.js 24 on, the return value is awaited.
 *
 * @see https://github.com/aws/aws-lambda-nodejs-runtime-interface-client
 */
export const CHILD_PROGRAM = `
'use strict';
const { basename, dirname, join } = require('node:path');
const { existsSync } = require('node:fs');
const { pathToFileURL } = require('node:url');
const { format, types } = require('node:util');
const Module = require('node:module');

// So that import finds the packages that the runtime includes.
Module.register(${JSON.stringify(IMPORT_HOOKS)});

const TAKES_CALLBACKS = !(Number(/nodejs(\\d+)/.exec(process.env.AWS_EXECUTION_ENV)?.[1]) >= 24);
const NEVER_SETTLED = 'The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never settled. '
  + 'For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes';

// The code must not talk to the simulator: on Lambda, it has no parent process.
const { channel } = process;
const send = process.send.bind(process);
delete process.send;
delete process.disconnect;

let loading;
let now = '';
let requestId = '';

/** Called when the handler has nothing left to wait for. */
let atRest;

const print = line => void send({ line });
for (const [method, level] of [['log', 'INFO'], ['info', 'INFO'], ['debug', 'DEBUG'], ['warn', 'WARN'], ['error', 'ERROR'], ['trace', 'TRACE']]) {
  console[method] = (...values) => print([now, requestId, level, format(...values)].join('\\t'));
}
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (text, ...rest) => {
    print(String(text).replace(/\\n$/, ''));
    rest.find(argument => typeof argument === 'function')?.();
    return true;
  };
}

function reported(error) {
  try {
    return types.isNativeError(error) || error instanceof Error
      ? { errorType: String(error.name), errorMessage: String(error.message), trace: String(error.stack).split('\\n') }
      : { errorType: typeof error, errorMessage: String(error), trace: [] };
  } catch {
    return { errorType: 'handled', errorMessage: '${UNREADABLE_ERROR}', trace: [] };
  }
}

/** The package that Lambda's runtime includes and the project lacks; undefined for any other error. */
function missingPackage(error) {
  const isMissing = error?.code === 'MODULE_NOT_FOUND' || error?.code === 'ERR_MODULE_NOT_FOUND';
  const [, name] = isMissing ? /'([^']+)'/.exec(error.message) ?? [] : [];
  return name && new RegExp(${JSON.stringify(RUNTIME_PACKAGES)}).exec(name)?.[0];
}

function named(errorType, message) {
  const error = new Error(message);
  error.name = errorType;
  return error;
}

async function moduleOf({ inline, directory }, file) {
  if (inline !== undefined) {
    const path = join(process.cwd(), 'index.js');
    const module = new Module(path);
    module.filename = path;
    module.paths = Module._nodeModulePaths(process.cwd());
    module._compile(inline, path);
    return module.exports;
  }
  const path = ['.js', '.mjs', '.cjs'].map(ending => join(directory, file + ending)).find(existsSync);
  if (path === undefined) throw Object.assign(new Error("Cannot find module '" + basename(file) + "'"), { code: 'MODULE_NOT_FOUND' });
  return import(pathToFileURL(path).href);
}

const within = (value, names) => names.reduce((found, name) => found?.[name], value);

async function load(program) {
  const { handler } = program;
  // The file name ends at its first dot. What follows is the path of the handler within the exports.
  const [file, ...names] = basename(handler).split('.');
  const exported = await moduleOf(program, join(dirname(handler), file)).catch(error => {
    if (error instanceof SyntaxError) throw named('Runtime.UserCodeSyntaxError', String(error));
    if (missingPackage(error)) throw error;
    if (error?.code === 'MODULE_NOT_FOUND') throw named('Runtime.ImportModuleError', String(error));
    throw error;
  });
  const found = within(exported, names) ?? within(exported.default, names);
  if (!found) throw named('Runtime.HandlerNotFound', handler + ' is undefined or not exported');
  if (typeof found !== 'function') throw named('Runtime.HandlerNotFound', handler + ' is not a function');
  if (!TAKES_CALLBACKS && found.length >= 3) {
    throw named(
      'Runtime.CallbackHandlerDeprecated',
      'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use '
      + 'a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.',
    );
  }
  return found;
}

function called(handler, event, context) {
  return new Promise((resolve, reject) => {
    const isAwaited = !TAKES_CALLBACKS || types.isAsyncFunction(handler);
    atRest = () => isAwaited ? reject(named('Runtime.NodeJsExit', NEVER_SETTLED)) : resolve(null);
    if (isAwaited) {
      Promise.resolve(handler(event, context)).then(resolve, reject);
    } else {
      const done = (error, result) => error === undefined || error === null ? resolve(result) : reject(error);
      const callback = (error, result) => {
        if (context.callbackWaitsForEmptyEventLoop && (error === undefined || error === null)) atRest = () => resolve(result);
        else done(error, result);
      };
      Object.assign(context, { done, succeed: result => done(null, result), fail: error => done(error ?? 'handled') });
      const returned = handler(event, context, callback);
      if (typeof returned?.then === 'function') returned.then(resolve, reject);
    }
    // The handler does not wait for messages of the simulator.
    channel.unref();
  });
}

async function answered(handler, event, context) {
  const response = await called(handler, event, context);
  try {
    return { payload: JSON.stringify(response) ?? 'null' };
  } catch {
    throw new Error('${UNWRITABLE_RESPONSE}');
  }
}

async function run({ program, event, context: { remaining, ...given }, time, trace }) {
  now = time;
  // The process has one log stream, as an execution environment has on Lambda.
  const context = { ...given, logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME };
  requestId = context.awsRequestId;
  process.env._X_AMZN_TRACE_ID = trace;
  let handler;
  try {
    handler = await (loading ??= load(program));
  } catch (error) {
    return end(error, 1);
  }
  const answer = await answered(handler, JSON.parse(event), { ...context, callbackWaitsForEmptyEventLoop: true, getRemainingTimeInMillis: () => remaining })
    .catch(answerTo);
  atRest = undefined;
  channel.ref();
  send(answer);
}

function answerTo(error) {
  return { error: reported(error), missing: missingPackage(error) };
}

/** Reports an error that leaves the process in an unknown state, and ends the process. */
function end(error, status) {
  send({ ...answerTo(error), isLast: true }, () => process.exit(status));
}

process.on('message', message => void run(message));
process.on('beforeExit', () => atRest?.());
process.on('uncaughtException', error => end(error, 129));
process.on('unhandledRejection', reason => end(named('Runtime.UnhandledPromiseRejection', String(reason)), 128));
process.on('disconnect', () => process.exit());
`;
