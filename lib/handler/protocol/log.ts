import type { UnreadRequest } from './request';
import type { Log } from '../resource';

/** Logs one request: one line of JSON for each step. */
export function logOf(request: UnreadRequest, write: (line: string) => void): Log {
  const { RequestId: id, LogicalResourceId: resource, RequestType: type } = request;
  return (step, facts) => write(JSON.stringify({ step, resource, type, request: id, ...facts }));
}
