import type { TextConstraint } from '../constraint';
import type { Rule } from '../rule';

const API = 'Alibaba Cloud Function Compute API reference 2023-03-30';

/** The name of a function. */
export const FUNCTION_NAME: TextConstraint = {
  kind: 'text',
  property: 'functionName',
  parameter: 'functionName',
  min: 1,
  max: 64,
  pattern: '[a-zA-Z_][a-zA-Z0-9_-]*',
  grammar: 'letters, digits, underscores and hyphens, starting with a letter or underscore',
  source: `${API}, CreateFunctionInput`,
};

/** A version number, an alias name or `LATEST`. */
export const QUALIFIER: TextConstraint = {
  kind: 'text',
  property: 'qualifier',
  parameter: 'qualifier',
  min: 1,
  max: 128,
  pattern: '[0-9]+|[a-zA-Z_][a-zA-Z0-9_-]*',
  grammar: '`LATEST`, a version number, or an alias name of letters, digits, underscores and hyphens, starting with a letter or underscore',
  source: 'Alibaba Cloud Function Compute help, aliases (doc-detail/96352)',
  note: 'The alias names are those of Function Compute 2.0; the pages of 3.0 give no grammar.',
};

/** A Region of Alibaba Cloud. */
export const REGION: TextConstraint = {
  kind: 'text',
  property: 'region',
  parameter: 'RegionId',
  min: 4,
  max: 64,
  pattern: '[a-z]{2}(-[a-z0-9]+)+',
  grammar: 'a Region of Alibaba Cloud, e.g. cn-hangzhou or eu-central-1',
  source: 'Alibaba Cloud Function Compute help, endpoints',
  note: 'No page gives a length.',
};

/** The account that owns a function: the Alibaba Cloud account, never a RAM user. */
export const ACCOUNT: TextConstraint = {
  kind: 'text',
  property: 'account',
  parameter: 'accountId',
  min: 1,
  max: 32,
  pattern: '\\d+',
  grammar: 'digits, the ID of the Alibaba Cloud account',
  source: 'Alibaba Cloud Function Compute help, endpoints',
  note: 'Account IDs have 16 digits, but no page gives a length.',
};

export const ACCOUNT_OF_AWS: Rule = {
  id: 'AccountOfAws',
  rule: 'be the ID of an Alibaba Cloud account',
  consequence: 'Function Compute has one host for each of its accounts: an AWS account has none.',
  remedy: 'Give the ID itself.',
  source: 'Alibaba Cloud Function Compute help, endpoints',
  evidence: { grade: 'documented', says: 'The endpoint of Function Compute begins with the ID of an Alibaba Cloud account.' },
};

/** The name of an MNS queue or topic. */
export const MNS_NAME: TextConstraint = {
  kind: 'text',
  property: 'queueName',
  parameter: 'QueueName',
  min: 1,
  max: 256,
  pattern: '[a-zA-Z0-9][a-zA-Z0-9-]*',
  grammar: 'letters, digits and hyphens, starting with a letter or digit',
  source: 'Alibaba Cloud ROS help, ALIYUN::MNS::Queue, 2025-08-01',
  note: 'The API reference of MNS says 120 characters.',
};

/** The default qualifier. */
export const LATEST = 'LATEST';
