import { mayAllow } from './aws-managed-policies';
import { covers } from './pattern';
import type { Grantee, Statement } from './statement';
import { known, literal, type Literal, type Text } from '../values/value';

/** Whether something is allowed: `unknown` when the templates do not tell. */
export type Verdict = 'allowed' | 'denied' | 'missing' | 'unknown';

/**
 * Whether the policies of a role allow an action on a resource.
 *
 * @param resource its ARN, spelled out
 */
export function permits(role: Grantee, action: string, resource: Text): Verdict {
  const name = literal(action.toLowerCase());
  const verdict = judged(role.statements, statement => applies(statement, name, resource));
  const more = role.unknowns.length > 0 || role.managedPolicies.some(policy => mayAllow(policy, action));
  return verdict === 'missing' && more ? 'unknown' : verdict;
}

/**
 * Whether a resource policy allows an action to a principal.
 *
 * @param principals spellings of the principal that a statement may use, e.g. the ARN of a role
 */
export function policyPermits(policy: readonly Statement[], action: string, resource: Text, principals: readonly Text[]): Verdict {
  const name = literal(action.toLowerCase());
  return judged(policy, statement => and(
    applies(statement, name, resource),
    addresses(statement, principals),
  ));
}

/** A denial wins; what may be a denial leaves an allowance in doubt. */
function judged(statements: readonly Statement[], applying: (statement: Statement) => boolean | undefined): Verdict {
  let allowed: boolean | undefined = false;
  let denied: boolean | undefined = false;
  for (const statement of statements) {
    const outcome = applying(statement);
    if (outcome === false) continue;
    const applied = statement.conditional ? undefined : outcome;
    const effect = known(statement.effect);
    if (effect !== 'Deny') allowed = or(allowed, effect === 'Allow' ? applied : undefined);
    if (effect !== 'Allow') denied = or(denied, effect === 'Deny' ? applied : undefined);
  }
  if (denied === true) return 'denied';
  if (allowed === false) return 'missing';
  return allowed === true && denied === false ? 'allowed' : 'unknown';
}

/** The action is in lower case: actions are compared without regard to case. */
function applies(statement: Statement, action: Literal, resource: Text): boolean | undefined {
  const acts = listed(statement.actions?.map(lowerCase), statement.notActions?.map(lowerCase), [action]);
  return acts === false ? false : and(acts, listed(statement.resources, statement.notResources, [resource]));
}

function addresses(statement: Statement, principals: readonly Text[]): boolean | undefined {
  return listed(statement.principals, statement.notPrincipals, principals);
}

function listed(patterns: readonly Text[] | undefined, exceptions: readonly Text[] | undefined, texts: readonly Text[]): boolean | undefined {
  if (patterns) return any(patterns, texts);
  const excepted = exceptions && any(exceptions, texts);
  return excepted === undefined ? undefined : !excepted;
}

function any(patterns: readonly Text[], texts: readonly Text[]): boolean | undefined {
  let found: boolean | undefined = false;
  for (const pattern of patterns) {
    for (const text of texts) found = or(found, covers(pattern, text));
  }
  return found;
}

const LOWER = new WeakMap<Text, Text>();

function lowerCase(action: Text): Text {
  if (action.kind !== 'literal') return action;
  const found = LOWER.get(action) ?? literal(action.value.toLowerCase());
  LOWER.set(action, found);
  return found;
}

function and(left: boolean | undefined, right: boolean | undefined): boolean | undefined {
  if (left === false || right === false) return false;
  return left === undefined || right === undefined ? undefined : true;
}

function or(left: boolean | undefined, right: boolean | undefined): boolean | undefined {
  if (left === true || right === true) return true;
  return left === undefined || right === undefined ? undefined : false;
}
