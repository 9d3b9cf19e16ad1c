import { Failure } from './failure';
import { largest } from './largest';
import type { Addressee } from './request';
import { RESPONSE_BODY } from '../../constraints/aws-lambda/custom-resource';
import { byteLength, statement } from '../../constraints/violation';
import type { CustomResourceResponse } from '../../contract/custom-resource';
import type { Result } from '../resource';

const ELLIPSIS = '…';

/**
 * Answer to a request that succeeded.
 *
 * @throws Failure if the data is too large for CloudFormation
 */
export function succeeded(request: Addressee, physicalId: string, { data, noEcho }: Result): CustomResourceResponse {
  const response: CustomResourceResponse = { Status: 'SUCCESS', ...identity(request, physicalId), NoEcho: noEcho, Data: data };
  const size = sizeOf(response);
  if (size > RESPONSE_BODY.max) {
    const [name, bytes] = largest(data);
    throw new Failure(`The attributes that the app reads must ${statement(RESPONSE_BODY)} in all, got: ${size} bytes; the largest is \`${name}\` with ${bytes} bytes. `
      + 'CloudFormation accepts no more. Read fewer attributes, or let the function store the value and return where it is.');
  }
  return response;
}

/** Answer to a request that failed, with as much of the reason as fits. */
export function failed(request: Addressee, physicalId: string, message: string, logLines: readonly string[] = []): CustomResourceResponse {
  const response = (reason: string): CustomResourceResponse => ({ Status: 'FAILED', Reason: reason, ...identity(request, physicalId) });
  const fits = (reason: string) => sizeOf(response(reason)) <= RESPONSE_BODY.max;
  const head = cut(message || 'The handler failed without a message.', fits);
  for (let first = 0; first < logLines.length; first++) {
    const reason = [head, ...first > 0 ? [ELLIPSIS] : [], ...logLines.slice(first)].join('\n');
    if (fits(reason)) {
      return response(reason);
    }
  }
  return response(head);
}

/** Longest beginning of a text that fits, in whole characters. */
function cut(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) {
    return text;
  }
  const characters = [...text];
  let [shortest, tooLong] = [0, characters.length];
  while (tooLong - shortest > 1) {
    const middle = Math.floor((shortest + tooLong) / 2);
    [shortest, tooLong] = fits(characters.slice(0, middle).join('') + ELLIPSIS) ? [middle, tooLong] : [shortest, middle];
  }
  return characters.slice(0, shortest).join('') + ELLIPSIS;
}

function identity({ RequestId, StackId, LogicalResourceId }: Addressee, PhysicalResourceId: string) {
  return { PhysicalResourceId, RequestId, StackId, LogicalResourceId };
}

function sizeOf(response: CustomResourceResponse): number {
  return byteLength(JSON.stringify(response));
}
