import { permits, policyPermits, type Verdict } from './permits';
import type { RoleNode } from '../nodes/role';
import type { KeyNode } from '../nodes/store';
import type { Target } from '../targets/target';
import { concatenated, literal, type Text } from '../values/value';

/** Whether a role may use a key: the key policy decides, or delegates to the policies of the account. */
export function keyPermits(key: KeyNode, role: RoleNode, roleTarget: Target, action: string, keyArn: Text): Verdict {
  const direct = policyPermits(key.policy, action, keyArn, [arnOf(roleTarget)]);
  if (direct === 'allowed' || direct === 'denied') {
    return direct;
  }
  // The default key policy of KMS delegates everything to the policies of the account.
  const delegated = key.policy.length === 0 ? 'allowed' : policyPermits(key.policy, action, keyArn, [rootOf(roleTarget), roleTarget.account]);
  const own = permits(role, action, keyArn);
  if (own === 'denied' || delegated === 'denied') {
    return 'denied';
  }
  if (own === 'allowed' && delegated === 'allowed') {
    return 'allowed';
  }
  return direct === 'missing' && (own === 'missing' || delegated === 'missing') ? 'missing' : 'unknown';
}

/** The ARN of a target, spelled out as in the policies, with the qualifier if one is written. */
export function arnOf(target: Target): Text {
  const arn = ARNS.get(target) ?? spelledOut(target);
  ARNS.set(target, arn);
  return arn;
}

/** Cached, because every rule asks for it. */
const ARNS = new WeakMap<Target, Text>();

function spelledOut(target: Target): Text {
  const { partition, service, region, account, kind, name } = target;
  const prefix = { function: 'function:', bus: 'event-bus/', key: 'key/', role: 'role/' }[kind as string] ?? '';
  const qualifier = target.kind === 'function' && target.qualified ? [target.qualifier] : [];
  return concatenated([literal('arn'), partition, literal(service), region, account, concatenated([literal(prefix), name]), ...qualifier], ':');
}

/** The principal that represents the whole account of a target. */
export function rootOf({ partition, account }: Target): Text {
  return concatenated([literal('arn'), partition, literal('iam'), literal(''), account, literal('root')], ':');
}
