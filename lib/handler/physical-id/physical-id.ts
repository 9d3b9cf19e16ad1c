import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { PHYSICAL_RESOURCE_ID } from '../../constraints/aws-lambda/custom-resource';
import { violation } from '../../constraints/violation';

/** Parts of a physical id. */
export interface PhysicalId<Kept = unknown> {
/** Target of the resource. */
  readonly identity: string;

  /** Memory of the resource. */
  readonly kept: Kept;
}

/**
 * Separates identity and memory, and gives the encoding of the memory. No identity contains it.
 *
 * A resource outlives releases, so every id ever written has to stay readable: another
 * encoding or dictionary needs another separator.
 */
const MARK = '#1';

/** What is often kept, the most frequent last: texts that occur here take next to no room. */
const DICTIONARY = [
  '"attributes":{"Response.',
  ',"previous":"', ',"original":{',
  'arn:aws:s3:::', 'arn:aws:lambda:', 'arn:aws:events:', ':event-bus/', 'arn:aws:sns:', 'arn:aws:sqs:',
  '{"mark":"","found":{"MaximumEventAgeInSeconds":21600,"MaximumRetryAttempts":2,"OnSuccess":"","OnFailure":"arn:aws:sqs:',
].join('');

/**
 * Makes a physical id with a small memory. No other place lasts as long as the resource.
 *
 * @param identity target of the resource; the same for two resources with one target
 * @param kept memory, any JSON
 * @returns nothing if the id would be longer than CloudFormation accepts
 */
export function physicalId(identity: string, kept: unknown): string | undefined {
  const packed = deflateRawSync(JSON.stringify(kept), { level: 9, dictionary: dictionary(identity) }).toString('base64url');
  const id = `${identity}${MARK}${packed}`;
  return violation(PHYSICAL_RESOURCE_ID, id) === undefined ? id : undefined;
}

/** @returns nothing for another text, e.g. an id that CloudFormation made up for a create that never answered */
export function parsePhysicalId<Kept>(id: string | undefined): PhysicalId<Kept> | undefined {
  const [identity, packed, ...rest] = id?.split(MARK) ?? [];
  if (packed === undefined || rest.length > 0) {
    return undefined;
  }
  try {
    const text = inflateRawSync(Buffer.from(packed, 'base64url'), { dictionary: dictionary(identity) }).toString('utf8');
    return { identity, kept: JSON.parse(text) as Kept };
  } catch {
    return undefined;
  }
}

/** Dictionary for compression: a memory is likely to repeat names of the identity. */
function dictionary(identity: string): Buffer {
  return Buffer.from(`${identity}${DICTIONARY}`);
}
