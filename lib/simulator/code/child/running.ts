import { UNREADABLE_ERROR, UNWRITABLE_RESPONSE } from '../../behaviour/runtime-messages';

/**
 * Program text that runs the handler for each message of the parent process, and answers with its outcome.
 *
 * Up to Node.js 22, a handler may use a callback, its return value counts only if it is a promise, and a handler that has
 * nothing left to wait for returns null. From Node.js 24 on, the return value is awaited.
 *
 * @see https://github.com/aws/aws-lambda-nodejs-runtime-interface-client
 */
export const RUNNING = `
const { types } = require('node:util');
const TAKES_CALLBACKS = !(Number(/nodejs(\\d+)/.exec(process.env.AWS_EXECUTION_ENV)?.[1]) >= 24);
const NEVER_SETTLED = 'The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never settled. '
  + 'For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes';

let loading;
let now = '';
let requestId = '';

/** Names the message that is answered. The code does not know it, so it cannot answer itself. */
let answering;

/** Called when the handler has nothing left to wait for. */
let atRest;

function reported(error) {
  try {
    return types.isNativeError(error) || error instanceof Error
      ? { errorType: String(error.name), errorMessage: String(error.message), trace: String(error.stack).split('\\n') }
      : { errorType: typeof error, errorMessage: String(error), trace: [] };
  } catch {
    return { errorType: 'handled', errorMessage: '${UNREADABLE_ERROR}', trace: [] };
  }
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

function calledWithStream(handler, event, context) {
  return new Promise((resolve, reject) => {
    atRest = () => reject(named('Runtime.NodeJsExit', NEVER_SETTLED));
    streamed(handler, event, context).then(resolve, reject);
    channel.unref();
  });
}

async function answered(handler, event, context) {
  if (handler[STREAMED]) {
    return { payload: await calledWithStream(handler, event, context), isStreamed: true };
  }
  const response = await called(handler, event, context);
  try {
    return { payload: JSON.stringify(response) ?? 'null' };
  } catch {
    throw new Error('${UNWRITABLE_RESPONSE}');
  }
}

async function run({ id, program, event, context: { remaining, ...given }, time, trace }) {
  now = time;
  answering = id;
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
  send({ id, ...answer });
}

function answerTo(error) {
  return { error: reported(error), lacking: lacking(error) };
}

/** Reports an error that leaves the process in an unknown state, and ends the process. */
function end(error, status) {
  send({ id: answering, ...answerTo(error), isLast: true }, () => process.exit(status));
}

process.on('message', message => void run(message));
process.on('beforeExit', () => atRest?.());
process.on('uncaughtException', error => end(error, 129));
process.on('unhandledRejection', reason => end(named('Runtime.UnhandledPromiseRejection', String(reason)), 128));
`;
