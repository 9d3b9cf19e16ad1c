import type { NumberConstraint, TextConstraint } from '../constraint';

const API = 'Alibaba Cloud Security Token Service API reference 2015-04-01, AssumeRoleWithOIDC';

/** The ARN of a role of Resource Access Management. */
export const ROLE: TextConstraint = {
  kind: 'text',
  property: 'role',
  parameter: 'RoleArn',
  min: 17,
  max: 256,
  pattern: 'acs:ram::\\d+:role/[a-zA-Z0-9._/-]+',
  grammar: 'the ARN of a role of Alibaba Cloud, e.g. acs:ram::1234567890123456:role/deployer',
  source: API,
  note: 'The page gives the form by example only, and no length.',
};

/** The ARN of an OIDC provider of Resource Access Management. */
export const OIDC_PROVIDER: TextConstraint = {
  kind: 'text',
  property: 'oidcProvider',
  parameter: 'OIDCProviderArn',
  min: 26,
  max: 256,
  pattern: 'acs:ram::\\d+:oidc-provider/[a-zA-Z0-9._-]+',
  grammar: 'the ARN of an OIDC provider of Alibaba Cloud, e.g. acs:ram::1234567890123456:oidc-provider/aws',
  source: API,
  note: 'The page gives the form by example only, and no length.',
};

/** The lifetime of the credentials of a role, in seconds. */
export const SESSION_DURATION: NumberConstraint = {
  kind: 'number',
  property: 'duration',
  parameter: 'DurationSeconds',
  min: 900,
  max: Number.MAX_SAFE_INTEGER,
  integer: true,
  unit: 'seconds',
  default: 3600,
  source: API,
  note: 'At most the maximum session duration of the role, which is an hour at least.',
};

/** The endpoint for all Regions. */
export const CENTRAL_ENDPOINT = 'sts.aliyuncs.com';
