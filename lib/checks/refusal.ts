import type { Verdict } from '../topology';

/** The actions that a role certainly may not perform, in words: "lacks a and b", "is denied c"; `undefined` if there are none. */
export function refusal(verdicts: ReadonlyArray<readonly [action: string, verdict: Verdict]>): string | undefined {
  const actions = (wanted: Verdict) => verdicts.filter(([, verdict]) => verdict === wanted).map(([action]) => action).join(' and ');
  const [missing, denied] = [actions('missing'), actions('denied')];
  return [...missing ? [`lacks ${missing}`] : [], ...denied ? [`is denied ${denied}`] : []].join(' and ') || undefined;
}
