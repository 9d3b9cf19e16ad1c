import type { TextConstraint } from '../constraint';
import { REGION_PATTERN } from './identifiers';

const API = 'AWS Security Token Service API reference, AssumeRole';

/** The ARN of a role that the handler assumes. */
export const ROLE_ARN: TextConstraint = {
  kind: 'text',
  property: 'assumeRoleArn',
  parameter: 'RoleArn',
  min: 32,
  max: 2048,
  pattern: 'arn:aws[a-zA-Z-]*:iam::\\d{12}:role/[\\u0021-\\u007E]+',
  grammar: 'the ARN of a role',
  source: `${API}; AWS Identity and Access Management user guide, IAM ARNs`,
  note: 'The API says 20 characters, but the ARN of a role has 32 at least.',
};

/** The external ID that a trust policy can require. */
export const EXTERNAL_ID: TextConstraint = {
  kind: 'text',
  property: 'externalId',
  parameter: 'ExternalId',
  min: 2,
  max: 1224,
  pattern: '[\\w+=,.@:\\/-]*',
  grammar: 'letters, digits and _ + = , . @ : / -',
  source: API,
};

/** The Region of a function. */
export const REGION: TextConstraint = {
  kind: 'text',
  property: 'region',
  parameter: 'region',
  min: 6,
  max: 25,
  pattern: REGION_PATTERN,
  grammar: 'a Region, e.g. eu-central-1',
  source: 'AWS Lambda API model, 2026-07, the Region in FunctionArn',
  note: 'The model has no length; no Region has more than 25 characters.',
};
