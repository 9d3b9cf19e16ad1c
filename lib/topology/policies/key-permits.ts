import { permits, policyPermits, type Verdict } from './permits';
import type { RoleNode } from '../nodes/role';
import type { KeyNode } from '../nodes/store';
import type { Target } from '../targets/target';
import { concatenated, literal, type Text } from '../values/value';

/** What a role may do with a key: its key policy decides, and may leave it to the policies of the account. */
export function keyPermits(key: KeyNode, role: RoleNode, roleTarget: Target, action: string, keyArn: Text): Verdict {
  const direct = policyPermits(key.policy, action, keyArn, [arnOf(roleTarget)]);
  if (direct === 'allowed' || direct === 'denied') return direct;
  // A key without a policy gets that of KMS, which leaves everything to the policies of the account.
  const delegated = key.policy.length === 0 ? 'allowed' : policyPermits(key.policy, action, keyArn, [rootOf(roleTarget), roleTarget.account]);
  const own = permits(role, action, keyArn);
  if (own === 'denied' || delegated === 'denied') return 'denied';
  if (own === 'allowed' && delegated === 'allowed') return 'allowed';
  return direct === 'missing' && (own === 'missing' || delegated === 'missing') ? 'missing' : 'unknown';
}

/** The ARN of a target, spelled out as the policies are; that of a function has the qualifier if one is written. */
export function arnOf(target: Target): Text {
  const arn = ARNS.get(target) ?? spelledOut(target);
  ARNS.set(target, arn);
  return arn;
}

/** Spelled out once: every rule asks again. */
const ARNS = new WeakMap<Target, Text>();

function spelledOut(target: Target): Text {
  const { partition, service, region, account, kind, name } = target;
  const prefix = { function: 'function:', bus: 'event-bus/', key: 'key/', role: 'role/' }[kind as string] ?? '';
  const qualifier = target.kind === 'function' && target.qualified ? [target.qualifier] : [];
  return concatenated([literal('arn'), partition, literal(service), region, account, concatenated([literal(prefix), name]), ...qualifier], ':');
}

/** What stands for everybody in the account of a target. */
export function rootOf({ partition, account }: Target): Text {
  return concatenated([literal('arn'), partition, literal('iam'), literal(''), account, literal('root')], ':');
}
