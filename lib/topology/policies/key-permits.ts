import { permits, policyPermits, type Verdict } from './permits';
import type { Statement } from './statement';
import type { RoleNode } from '../nodes/role';
import type { Target } from '../targets/target';
import { concatenated, literal, sameText, type Text } from '../values/value';

/** The key of a store. */
export interface KeyPlace {
  readonly arn: Text;
  readonly account: Text;

  /** Its key policy; absent for a key outside the app. */
  readonly policy?: readonly Statement[];
}

/**
 * Whether a role may use a key: the key policy decides, or delegates to the policies of the account.
 *
 * A role of another account needs both. The policy of a key outside the app is unknown and may let any role in.
 */
export function keyPermits(key: KeyPlace, role: RoleNode, roleTarget: Target, action: string): Verdict {
  const isElsewhere = sameText(key.account, roleTarget.account) === false;
  const own = permits(role, action, key.arn);
  const direct = byKeyPolicy(key, action, [arnOf(roleTarget)]);
  // The default key policy of KMS delegates everything to the policies of its account.
  const isDefault = key.policy?.length === 0 && !isElsewhere;
  const delegated = isDefault ? 'allowed' : byKeyPolicy(key, action, [rootOf(roleTarget), roleTarget.account]);
  if ([own, direct, delegated].includes('denied')) {
    return 'denied';
  }
  return isElsewhere ? both(own, either(direct, delegated)) : either(direct, both(own, delegated));
}

function both(one: Verdict, other: Verdict): Verdict {
  return one === 'missing' || other === 'missing' ? 'missing' : one === 'allowed' ? other : one;
}

function either(one: Verdict, other: Verdict): Verdict {
  return one === 'allowed' || other === 'allowed' ? 'allowed' : one === 'missing' ? other : one;
}

function byKeyPolicy({ policy, arn }: KeyPlace, action: string, principals: readonly Text[]): Verdict {
  return policy ? policyPermits(policy, action, arn, principals) : 'unknown';
}

/** The ARN of a target, spelled out as in the policies, with the qualifier if one is written. */
export function arnOf(target: Target): Text {
  const arn = ARNS.get(target) ?? spelledOut(target);
  ARNS.set(target, arn);
  return arn;
}

/** Cached, because every rule asks for it. */
const ARNS = new WeakMap<Target, Text>();

const PREFIXES: Partial<Record<Target['kind'], string>> = { function: 'function:', bus: 'event-bus/', key: 'key/', role: 'role/' };

function spelledOut(target: Target): Text {
  const { partition, service, region, account, kind, name } = target;
  const prefix = PREFIXES[kind] ?? '';
  const fields: Text[] = [literal('arn'), partition, literal(service), region, account, prefix === '' ? name : concatenated([literal(prefix), name])];
  if (target.kind === 'function' && target.qualified) {
    fields.push(target.qualifier);
  }
  return concatenated(fields, ':');
}

/** The principal that represents the whole account of a target. */
export function rootOf({ partition, account }: Target): Text {
  return concatenated([literal('arn'), partition, literal('iam'), literal(''), account, literal('root')], ':');
}
