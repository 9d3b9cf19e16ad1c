import { WORD } from '../aws-lambda/identifiers';
import type { TextConstraint } from '../constraint';

/** The name of a source in plans and reports. It is part of keys in the work bucket, and of the names of states. */
export const REPLAY_SOURCE_NAME: TextConstraint = {
  kind: 'text',
  property: 'name',
  parameter: 'sources',
  min: 1,
  max: 60,
  ...WORD,
  source: 'AWS Step Functions developer guide, "Amazon States Language": the name of a state has at most 80 characters',
};
