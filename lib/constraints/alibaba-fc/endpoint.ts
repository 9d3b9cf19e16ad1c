import type { Place } from './destination-arn';
import type { TextConstraint } from '../constraint';

/**
 * The host that serves the functions of an account in a Region.
 *
 * Always pass it: the default endpoint of the official clients does not work.
 */
export function endpointOf({ region, account }: Place): string {
  return `${account}.${region}.fc.aliyuncs.com`;
}

/** Another endpoint for requests, e.g. an internal one. */
export const ENDPOINT: TextConstraint = {
  kind: 'text',
  property: 'endpoint',
  parameter: 'endpoint',
  min: 1,
  max: 253,
  pattern: '(https://)?[a-zA-Z0-9][a-zA-Z0-9.-]*(:\\d{1,5})?|http://(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?',
  grammar: 'a host, or https:// and a host; http:// leads to this machine only',
  source: 'Alibaba Cloud Function Compute help, endpoints',
  note: 'The length is that of a host name.',
};
