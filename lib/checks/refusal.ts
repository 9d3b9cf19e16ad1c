import { DENIED, OUTSIDE_BOUNDARY } from '../constraints/aws-lambda/destination';
import type { Remedy } from '../constraints/rule';
import { isRefused, type RoleNode, type Verdict } from '../topology';

/** The verdict on each action that a role needs. */
export type Verdicts = ReadonlyArray<readonly [action: string, verdict: Verdict]>;

/** The actions that a role certainly may not perform, in words: "lacks a and b", "is denied c"; `undefined` if there are none. */
export function refusal(verdicts: Verdicts): string | undefined {
  if (!verdicts.some(([, verdict]) => isRefused(verdict))) {
    return undefined;
  }
  const actions = (wanted: Verdict) => verdicts.filter(([, verdict]) => verdict === wanted).map(([action]) => action).join(' and ');
  const [missing, denied] = [actions('missing'), actions('denied')];
  return [...missing ? [`lacks ${missing}`] : [], ...denied ? [`is denied ${denied}`] : []].join(' and ') || undefined;
}

/**
 * The remedy for actions that a role may not perform.
 *
 * @param judge the verdicts for the role as it is, and for the same role without its permissions boundary
 * @param grant the remedy if a grant is all that is missing
 */
export function remedyFor(role: RoleNode, judge: (role: RoleNode) => Verdicts, grant: Remedy | undefined): Remedy | undefined {
  if (judge(role).some(([, verdict]) => verdict === 'denied')) {
    return DENIED;
  }
  const isGranted = role.boundary !== undefined && judge({ ...role, boundary: undefined }).every(([, verdict]) => verdict !== 'missing');
  return isGranted ? OUTSIDE_BOUNDARY : grant;
}
