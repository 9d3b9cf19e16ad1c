import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { PHYSICAL_RESOURCE_ID } from '../../constraints/aws-lambda/custom-resource';
import { violation } from '../../constraints/violation';

/** A physical id taken apart. */
export interface PhysicalId<Kept = unknown> {
  /** What the resource is about. */
  readonly identity: string;

  /** What had to be remembered. */
  readonly kept: Kept;
}

/**
 * Stands between the two, in no identity, and says how to read what follows.
 *
 * A resource lives longer than a release: whatever once was written has to be read for ever, so another
 * encoding, or another dictionary, needs another mark.
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
 * A physical id that remembers something small: there is no other place that lasts as long as the resource.
 *
 * @param identity what the resource is about; two resources about the same have the same
 * @param kept any JSON
 * @returns nothing when it would be longer than CloudFormation takes
 */
export function physicalId(identity: string, kept: unknown): string | undefined {
  const packed = deflateRawSync(JSON.stringify(kept), { level: 9, dictionary: dictionary(identity) }).toString('base64url');
  const id = `${identity}${MARK}${packed}`;
  return violation(PHYSICAL_RESOURCE_ID, id) === undefined ? id : undefined;
}

/** @returns nothing when the text is no such id, e.g. because CloudFormation made it up for a create that never answered */
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

/** The names in an identity are likely to occur in what is kept about it. */
function dictionary(identity: string): Buffer {
  return Buffer.from(`${identity}${DICTIONARY}`);
}
