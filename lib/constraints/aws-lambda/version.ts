import type { TextConstraint } from '../constraint';

/** A version in the version operations. */
export const VERSION: TextConstraint = {
  kind: 'text',
  property: 'version',
  parameter: 'Version',
  min: 1,
  max: 1024,
  pattern: '\\$LATEST|[0-9]+',
  grammar: 'a version number or `$LATEST`',
  source: 'AWS Lambda API model, 2026-07, Version',
};
