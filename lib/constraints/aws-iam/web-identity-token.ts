import type { NumberConstraint, TextConstraint } from '../constraint';

const API = 'AWS Security Token Service API reference, GetWebIdentityToken';

/** For whom a token is. */
export const AUDIENCE: TextConstraint = {
  kind: 'text',
  property: 'audience',
  parameter: 'Audience',
  min: 1,
  max: 1000,
  pattern: '[\\s\\S]*',
  source: API,
};

/** How long a token lasts. */
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

/** What a token may be signed with; the first is what most services know. */
export const SIGNING_ALGORITHMS = ['RS256', 'ES384'] as const;
