import type { Answer } from './invoke';
import { logGroupOf } from './log-group';
import { nameOf, type Invocation } from './properties';
import { readJson } from '../json';
import { Failure } from '../protocol/failure';
import type { Deployment } from '../resource';

/** Failure of the function, with the error, the request id, the log group and the end of the log. */
export async function functionFailure(invocation: Invocation, { response, requestId, log }: Answer, deployment: Deployment): Promise<Failure> {
  const head = `${nameOf(invocation)} failed: ${errorOf(response)} (request id ${requestId}, log group ${await logGroupOf(invocation, deployment)}).`;
  const lines = log?.split('\n').map(line => line.trimEnd()).filter(line => line !== '') ?? [];
  return lines.length === 0 ? new Failure(head) : new Failure(`${head} The end of its log:`, lines);
}

/** What a function says about its failure. Nothing else that it returned leaves the handler. */
export function errorOf(response: string | undefined): string {
  const { errorType, errorMessage } = Object(readJson(response)) as Record<string, unknown>;
  return [errorType, errorMessage].filter(part => typeof part === 'string' && part !== '').join(': ') || 'it gave no reason';
}
