import type { NumberConstraint, TextConstraint } from '../constraint';

const API = 'AWS Security Token Service API reference, GetWebIdentityToken';

/** The audience of a token. */
export const AUDIENCE: TextConstraint = {
  kind: 'text',
  property: 'audience',
  parameter: 'Audience',
  min: 1,
  max: 1000,
  pattern: '[\\s\\S]*',
  source: API,
};

/** The lifetime of a token, in seconds. */
export const TOKEN_DURATION: NumberConstraint = {
  kind: 'number',
  property: 'duration',
  parameter: 'DurationSeconds',
  min: 60,
  max: 3600,
  integer: true,
  unit: 'seconds',
  default: 300,
  source: API,
};

/** The signing algorithms of tokens. Most services support the first. */
export const SIGNING_ALGORITHMS = ['RS256', 'ES384'] as const;
