import type { NumberConstraint, SizeConstraint } from '../constraint';

/** The key of an object, in UTF-8. */
export const OBJECT_KEY: SizeConstraint = {
  kind: 'size',
  property: 'key',
  parameter: 'Key',
  min: 1,
  max: 1024,
  unit: 'bytes',
  source: 'Amazon S3 user guide, naming objects',
};

/** The names and values of the metadata that a user adds to an object. */
export const USER_METADATA: SizeConstraint = {
  kind: 'size',
  property: 'metadata',
  parameter: 'x-amz-meta-*',
  max: 2048,
  unit: 'bytes',
  source: 'Amazon S3 user guide, object metadata',
};

/** The keys and common prefixes that one answer lists. Larger numbers count as this one. */
export const MAX_KEYS: NumberConstraint = {
  kind: 'number',
  property: 'maxKeys',
  parameter: 'max-keys',
  min: 0,
  max: 1000,
  integer: true,
  default: 1000,
  source: 'Amazon S3 API reference, ListObjectsV2',
};
