import type { NumberConstraint } from '../constraint';

/** The time for which plans and reports are kept, in days. */
export const REPORT_RETENTION: NumberConstraint = {
  kind: 'number',
  property: 'reportRetention',
  parameter: 'Rules.ExpirationInDays',
  min: 1,
  max: 3650,
  integer: true,
  unit: 'days',
  default: 90,
  source: 'AWS CloudFormation template reference, AWS::S3::Bucket Rule',
  note: 'Amazon S3 has no upper bound. Ours is that of the ledger, without which a report says nothing more.',
};
