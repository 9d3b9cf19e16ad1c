import { InvokeAsyncCommand, InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { nameOf, type Invocation } from './properties';
import { HANDLER_TIME } from '../../contract/handler-time';
import type { Deployment } from '../resource';
import { BUDGETS } from '../retry/back-off';
import { classify } from '../retry/classify';
import { retrying } from '../retry/retrying';
import { within, type CallOptions } from '../retry/within';

const SECOND = 1000;

/** What a run may lose, e.g. by retries, before another one is worth its trouble, in milliseconds. */
const WORTH_ANOTHER_RUN = 5 * SECOND;

/** What Lambda answered, or told later. */
export interface Answer {
  readonly requestId?: string;
  readonly statusCode?: number;
  readonly executedVersion?: string;
  readonly durableExecutionArn?: string;

  /** Response as the function returned it, JSON as a rule; absent for none, or if the handler did not wait. */
  readonly response?: string;

  /** Present if the function failed. */
  readonly functionError?: string;

  /** End of the log, if Lambda returned it. */
  readonly log?: string;
}

/** Thrown when it is unknown whether the function ran: the handler must not run it again then. */
export class Unanswered extends Error {
  constructor(functionName: string, milliseconds: number, cause: unknown) {
    super(
      `No answer came from ${functionName}: the connection broke, or ${Math.round(milliseconds / SECOND)} s had passed. The request had been sent, `
      + 'so the function may have run, or still be running. It was not invoked a second time.',
      { cause },
    );
    this.name = 'Unanswered';
  }
}

/** Thrown before anything was sent, when another run of the handler could wait for the answer, and this one could not. */
export class TooLittleTime extends Error {
  constructor(functionName: string) {
    super(`${functionName} was not invoked: when Lambda was ready for it, too little time was left to wait for its answer.`);
    this.name = 'TooLittleTime';
  }
}

/**
 * Invokes the function, at most once.
 *
 * Errors from before the function ran are retried if they can pass.
 *
 * @param payload empty for none
 * @param fullTime time of a run of the handler, in milliseconds
 * @throws Unanswered if it is unknown whether the function ran; TooLittleTime or the error of Lambda if it did not run
 */
export async function invoke(invocation: Invocation, payload: string, fullTime: number, deployment: Deployment): Promise<Answer> {
  const { type, target, timeout } = invocation;
  const { clock } = deployment;
  const needed = (type === 'RequestResponse' ? timeout : 0) + HANDLER_TIME.invocation * SECOND;
  let attempted = clock.now();
  const attempt = () => {
    attempted = clock.now();
    const time = deployment.remaining() - HANDLER_TIME.report * SECOND;
    const lost = fullTime - deployment.remaining();
    if (time < needed && lost > WORTH_ANOTHER_RUN && time + lost >= needed - WORTH_ANOTHER_RUN) {
      throw new TooLittleTime(nameOf(invocation));
    }
    return within(Math.min(needed, time), clock, options => send(deployment.lambda(target), invocation, payload, options));
  };
  // CloudFormation may give up after the planned time.
  const call = { name: type === 'InvokeAsync' ? type : 'Invoke', repeatable: false, budgets: { 'long wait': BUDGETS.wait } };
  try {
    return await retrying(call, attempt, deployment);
  } catch (error) {
    throw classify(error) === 'unanswered' ? new Unanswered(nameOf(invocation), clock.now() - attempted, error) : error;
  }
}

async function send(client: LambdaClient, invocation: Invocation, payload: string, options: CallOptions): Promise<Answer> {
  const { type, functionName, qualifier } = invocation;
  if (type === 'InvokeAsync') {
    // This operation has no parameter for the qualifier, and refuses an empty payload.
    const FunctionName = [functionName, qualifier].filter(part => part !== undefined).join(':');
    const { $metadata, Status } = await client.send(new InvokeAsyncCommand({ FunctionName, InvokeArgs: payload || '{}' }), options);
    return { requestId: $metadata.requestId, statusCode: Status };
  }
  const answer = await client.send(new InvokeCommand({
    FunctionName: functionName,
    Qualifier: qualifier,
    InvocationType: type,
    LogType: type === 'RequestResponse' ? 'Tail' : undefined,
    Payload: payload || undefined,
    ClientContext: invocation.clientContext,
    TenantId: invocation.tenantId,
    DurableExecutionName: invocation.durableExecutionName,
  }), options);
  return {
    requestId: answer.$metadata.requestId,
    statusCode: answer.StatusCode,
    executedVersion: answer.ExecutedVersion,
    durableExecutionArn: answer.DurableExecutionArn,
    response: answer.Payload?.transformToString() || undefined,
    functionError: answer.FunctionError,
    log: answer.LogResult && Buffer.from(answer.LogResult, 'base64').toString('utf8'),
  };
}
