import { timeUntilInForce } from './config-in-force';
import { errorOf } from './function-error';
import { invoke, type Answer } from './invoke';
import { logGroupOf } from './log-group';
import { OutcomeQueue, type ReceivedRecord } from './outcome-queue';
import { nameOf, type Invocation } from './properties';
import { HANDLER_TIME } from '../../contract/handler-time';
import { CONDITION } from '../../contract/invocation-record';
import { jsonAt } from '../json-text';
import { regionOf } from '../lambda/target';
import { Failure } from '../protocol/failure';
import type { Continuation, Deployment } from '../resource';

const SECOND = 1000;
const REPORT = HANDLER_TIME.report * SECOND;

/** Time that a run leaves to hand over to the next, in milliseconds: Lambda may throttle the handler itself. */
const HANDING_OVER = 60 * SECOND;

/** Event that Lambda has accepted. */
interface SentEvent {
  readonly requestId: string;

  /** Time of acceptance in milliseconds since 1970. */
  readonly at: number;
}

/**
 * Invokes with an event and waits for its outcome, in as many runs of the handler as that takes.
 *
 * @throws Failure if the function failed, never ran, or did not report in time
 */
export async function follow(invocation: Invocation, payload: string, fullTime: number, deployment: Deployment): Promise<Answer | Continuation> {
  const reserve = Math.max(REPORT, Math.min(HANDING_OVER, fullTime / 4));
  const sent = deployment.state ? deployment.state as SentEvent : await send(invocation, payload, { fullTime, reserve }, deployment);
  return sent === undefined ? { continueWith: null } : awaitOutcome(invocation, sent, reserve, deployment);
}

/** @returns nothing if the config comes into force after the end of the run */
async function send(
  invocation: Invocation,
  payload: string,
  { fullTime, reserve }: { readonly fullTime: number; readonly reserve: number },
  deployment: Deployment,
): Promise<SentEvent | undefined> {
  const { clock, log } = deployment;
  const wait = await timeUntilInForce(invocation, deployment);
  const time = Math.min(wait, deployment.remaining() - reserve);
  if (wait > 0) {
    log('config is new', { milliseconds: wait });
    await clock.sleep(Math.max(0, time));
  }
  if (time < wait) {
    return undefined;
  }
  const { requestId } = await invoke(invocation, payload, fullTime, deployment);
  if (requestId === undefined) {
    throw new Error(`Lambda accepted the event for ${nameOf(invocation)} without a request id, so the handler cannot recognize its outcome.`);
  }
  log('event sent', { event: requestId });
  return { requestId, at: clock.now() };
}

/** @param reserve time to hand over to the next run, in milliseconds */
async function awaitOutcome(invocation: Invocation, sent: SentEvent, reserve: number, deployment: Deployment): Promise<Answer | Continuation> {
  const { clock } = deployment;
  const end = sent.at + invocation.timeout;
  const queue = new OutcomeQueue(invocation.queueUrl!, regionOf(invocation.target), deployment);
  try {
    do {
      const toLeave = end - clock.now() <= deployment.remaining() - REPORT ? REPORT : reserve;
      const time = Math.min(end - clock.now(), deployment.remaining() - toLeave);
      const record = await queue.receive(sent.requestId, time);
      if (record !== undefined) {
        return await answerOf(record, invocation, deployment);
      }
      if (deployment.remaining() <= toLeave && clock.now() < end) {
        return { continueWith: sent };
      }
    } while (clock.now() < end);
  } finally {
    queue.close();
  }
  throw new Failure(
    `${nameOf(invocation)} did not report the outcome of event ${sent.requestId} within ${invocation.timeout / SECOND} s. `
    + `It may not have run yet, or may be running; its log group is ${await logGroupOf(invocation, deployment)}.`,
  );
}

async function answerOf({ record, text }: ReceivedRecord, invocation: Invocation, deployment: Deployment): Promise<Answer> {
  const { requestContext: { requestId, condition, approximateInvokeCount: attempts }, responseContext = {} } = record;
  const response = jsonAt(text, ['responsePayload']);
  if (condition === CONDITION.success && responseContext.functionError === undefined) {
    return { requestId, statusCode: responseContext.statusCode, executedVersion: responseContext.executedVersion, response };
  }
  const why = attempts === 0 && response === undefined ? 'it never ran' : errorOf(response);
  const times = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
  throw new Failure(
    `${nameOf(invocation)} failed: ${why} (condition ${condition} after ${times}, request id ${requestId}, `
    + `log group ${await logGroupOf(invocation, deployment)}).`,
  );
}
