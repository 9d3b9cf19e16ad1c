import { mayAllow } from './aws-managed-policies';
import { covers } from './pattern';
import { and, or } from './perhaps';
import { FEW, includes, sorted } from './sorted-statements';
import type { Grantee, Statement } from './statement';
import { known, literal, rendered, type Literal, type Text } from '../values/value';

/** Whether an action is allowed; `unknown` if the templates leave it open. */
export type Verdict = 'allowed' | 'denied' | 'missing' | 'unknown';

/**
 * Whether the policies of a role allow an action on a resource.
 *
 * The permissions boundary must allow it, too.
 *
 * @param resource its ARN, spelled out
 * @param counts tells which statements count
 */
export function permits(role: Grantee, action: string, resource: Text, counts: Counts = () => true): Verdict {
  const name = literal(action);
  const within = role.boundary ? judged(role.boundary, resource, statement => applies(statement, name, resource)) : 'allowed';
  if (within === 'missing' || within === 'denied') {
    return within;
  }
  const verdict = judged(role.statements, resource, statement => {
    const outcome = applies(statement, name, resource);
    return outcome !== false && counts(statement) ? outcome : false;
  });
  const more = role.unknowns.length > 0 || role.managedPolicies.some(policy => mayAllow(policy, action));
  if (verdict === 'allowed') {
    return within;
  }
  return verdict === 'missing' && more ? 'unknown' : verdict;
}

/** Tells which statements count. */
export type Counts = (statement: Statement) => boolean;

/**
 * Whether a resource policy allows an action to a principal.
 *
 * @param principals spellings of the principal that a statement may use, e.g. the ARN of a role
 * @param counts tells which statements count
 */
export function policyPermits(
  policy: readonly Statement[], action: string, resource: Text, principals: readonly Text[], counts: Counts = () => true,
): Verdict {
  const name = literal(action);
  return judged(policy, resource, statement => {
    const outcome = and(applies(statement, name, resource), addresses(statement, principals));
    return outcome !== false && counts(statement) ? outcome : false;
  });
}

/** A denial wins. A possible denial makes an allowance unknown. */
function judged(statements: readonly Statement[], resource: Text, applying: (statement: Statement) => boolean | undefined): Verdict {
  let allowed: boolean | undefined = false;
  let denied: boolean | undefined = false;
  const found = sorted(statements);
  for (const statement of found.others) {
    const applied = applying(statement);
    if (applied === false) {
      continue;
    }
    const denies = known(statement.effect) === 'Deny';
    denied = or(denied, denies && !statement.conditional ? applied : undefined);
    if (!denies) {
      allowed = undefined;
    }
  }
  const named = found.allAllowing.length > FEW ? found.allowing.get(rendered(resource)) ?? [] : [];
  for (const candidates of [named, found.allAllowing]) {
    for (const statement of candidates) {
      // One certain allowance is enough.
      if (allowed === true) {
        break;
      }
      const applied = applying(statement);
      if (applied !== false) {
        allowed = or(allowed, statement.conditional ? undefined : applied);
      }
    }
  }
  if (denied === true) {
    return 'denied';
  }
  if (allowed === false) {
    return 'missing';
  }
  return allowed === true && denied === false ? 'allowed' : 'unknown';
}

function applies(statement: Statement, action: Literal, resource: Text): boolean | undefined {
  const acts = acting(statement, action);
  return acts === false ? false : and(acts, listed(statement.resources, statement.notResources, [resource]));
}

/** IAM ignores the case of actions. Most policies write them as they are documented, so that no copy in lower case is needed. */
function acting({ actions, notActions }: Statement, action: Literal): boolean | undefined {
  return actions?.some(each => each.kind === 'literal' && each.value === action.value)
    || listed(inLowerCase(actions), inLowerCase(notActions), [literal(action.value.toLowerCase())]);
}

/** Whether a statement of a resource policy is for one of these principals; `undefined` if only the deployment knows. */
export function addresses(statement: Statement, principals: readonly Text[]): boolean | undefined {
  return listed(statement.principals, statement.notPrincipals, principals);
}

function listed(patterns: readonly Text[] | undefined, exceptions: readonly Text[] | undefined, texts: readonly Text[]): boolean | undefined {
  if (patterns) {
    return any(patterns, texts);
  }
  const excepted = exceptions && any(exceptions, texts);
  return excepted === undefined ? undefined : !excepted;
}

function any(patterns: readonly Text[], texts: readonly Text[]): boolean | undefined {
  if (patterns.length > FEW && texts.some(text => includes(patterns, text))) {
    return true;
  }
  let found: boolean | undefined = false;
  for (const pattern of patterns) {
    for (const text of texts) {
      found = or(found, covers(pattern, text));
    }
  }
  return found;
}

const IN_LOWER_CASE = new WeakMap<readonly Text[], readonly Text[]>();

function inLowerCase(actions: readonly Text[] | undefined): readonly Text[] | undefined {
  if (actions === undefined) {
    return undefined;
  }
  const found = IN_LOWER_CASE.get(actions) ?? actions.map(action => action.kind === 'literal' ? literal(action.value.toLowerCase()) : action);
  IN_LOWER_CASE.set(actions, found);
  return found;
}
