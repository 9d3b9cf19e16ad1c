import type { TextConstraint } from './constraint';
import type { Rule } from './rule';

const API = 'AWS STS API reference, AssumeRole';

/** What the trust policy of a role may ask callers for. */
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

export const EXTERNAL_ID_WITHOUT_ROLE: Rule = {
  id: 'ExternalIdWithoutRole',
  rule: 'be left out when no role is assumed',
  consequence: 'An external id is part of assuming a role: nobody would ever see this one.',
  remedy: 'Give the role in `assumedRole`.',
  source: API,
};
