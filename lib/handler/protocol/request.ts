import { quoted } from '../../constraints/violation';
import type { CustomResourceRequest } from '../../contract/custom-resource';
import { isObject } from '../json';

/** Fields that an answer needs. */
export type Addressee = Pick<CustomResourceRequest, 'ResponseURL' | 'RequestId' | 'StackId' | 'LogicalResourceId'>;

const ADDRESS = ['ResponseURL', 'RequestId', 'StackId', 'LogicalResourceId'] as const;
const REQUEST_TYPES = ['Create', 'Update', 'Delete'];

/** Request of which only these fields have been checked. */
export type UnreadRequest = Addressee & Readonly<Record<string, unknown>>;

/**
 * Reads the fields that an answer needs.
 *
 * @throws Error if the event is not a request of CloudFormation
 */
export function addressee(event: unknown): UnreadRequest {
  const missing = ADDRESS.filter(key => !isText(member(event, key)));
  if (missing.length > 0) {
    throw new Error(`The event is no request of CloudFormation: it lacks ${missing.join(', ')}.`);
  }
  const unread = event as UnreadRequest;
  if (!/^https?:/.test(unread.ResponseURL) || !URL.canParse(unread.ResponseURL)) {
    throw new Error('The event is no request of CloudFormation: its ResponseURL is no URL.');
  }
  return unread;
}

/**
 * Checks the fields that every request has.
 *
 * @throws Error that names the malformed field
 */
export function readRequest(event: UnreadRequest): CustomResourceRequest {
  const { RequestType, ResourceType, PhysicalResourceId, ResourceProperties, OldResourceProperties = {} } = event;
  demand(REQUEST_TYPES.includes(RequestType as string), 'RequestType', `be one of ${REQUEST_TYPES.join(', ')}`, RequestType);
  demand(isText(ResourceType), 'ResourceType', 'be a text', ResourceType);
  demand(RequestType === 'Create' || isText(PhysicalResourceId), 'PhysicalResourceId', 'be a text', PhysicalResourceId);
  demand(isObject(ResourceProperties), 'ResourceProperties', 'be an object', ResourceProperties);
  demand(isObject(OldResourceProperties), 'OldResourceProperties', 'be an object', OldResourceProperties);
  return event as unknown as CustomResourceRequest;
}

function demand(holds: boolean, key: string, rule: string, got: unknown): void {
  if (!holds) {
    throw new Error(`\`${key}\` of the request must ${rule}, got: ${quoted(got)}`);
  }
}

function member(event: unknown, key: string): unknown {
  return isObject(event) ? event[key] : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
