import type { SizeConstraint } from '../constraint';
import type { Rule } from '../rule';

const QUOTAS = 'AWS Identity and Access Management user guide, "IAM and AWS STS quotas"';

/** The inline policies of a role together. */
export const INLINE_POLICIES: SizeConstraint = {
  kind: 'size',
  property: 'policies',
  parameter: 'PolicyDocument',
  max: 10_240,
  unit: 'bytes',
  source: QUOTAS,
  note: 'White space does not count. The quota cannot be raised.',
};

export const HANDLER_POLICIES_TOO_LARGE: Rule = {
  id: 'HandlerPoliciesTooLarge',
  rule: `have policies of at most ${INLINE_POLICIES.max} ${INLINE_POLICIES.unit} for all constructs that share it`,
  consequence: 'IAM refuses more for one role: the deployment fails.',
  remedy: 'Give some of the constructs other settings, and so a handler of their own, e.g. `provider: { memorySize: 512 }`, or move them to another stack.',
  source: QUOTAS,
  evidence: { grade: 'documented', says: 'The inline policies of a role have at most 10,240 characters together.' },
};
