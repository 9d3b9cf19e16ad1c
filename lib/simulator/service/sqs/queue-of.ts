import { missingParameter } from './refusals';
import { ServiceError, type ApiQueue } from '../../state';
import type { Call } from '../model/api';

/** The account and the name in the path of a queue's URL. */
const PATH = /^\/(\d{12})\/([^/]+)\/?$/;

/**
 * The queue of a request.
 *
 * @param url the parameter `QueueUrl`; in the older protocol, the path of the request may take its place
 * @throws ServiceError if it does not exist
 */
export function queueOf(call: Call, url: string | undefined): ApiQueue {
  const path = url === undefined ? call.path : pathOf(url);
  if (!url && !PATH.test(path ?? '')) {
    throw missingParameter('QueueUrl');
  }
  const found = PATH.exec(path ?? '');
  if (!found) {
    throw new ServiceError('InvalidAddress', 400, `The address ${url} is not valid for this endpoint.`);
  }
  const [, account, name] = found;
  return existing(call, call.messaging.queues.find(name, { account, region: call.caller.region }));
}

/** @throws ServiceError if there is no queue */
export function existing(call: Call, queue: ApiQueue | undefined): ApiQueue {
  if (!queue) {
    throw new ServiceError('QueueDoesNotExist', 400, `The specified queue does not exist${call.query ? ' for this wsdl version' : ''}.`);
  }
  return queue;
}

/** The URL of a queue, under which the client reaches the same endpoint. */
export function urlOf({ endpoint }: Call, { account, name }: ApiQueue): string {
  return `${endpoint}/${account}/${name}`;
}

function pathOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).pathname : undefined;
}
