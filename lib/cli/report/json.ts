import type { Checked } from '../checked';

/** The findings for programs. */
export function json({ findings, acknowledged, topology: { stacks, functions } }: Checked): string {
  const of = (wanted: string) => findings.filter(({ severity }) => severity === wanted).length;
  return `${JSON.stringify({
    summary: { errors: of('error'), warnings: of('warning'), acknowledged: acknowledged.length, stacks: stacks.size, functions: functions.size },
    findings,
    acknowledged,
    unknown: [...stacks.values()].flatMap(({ displayName, unknowns }) => unknowns.map(reason => ({ stack: displayName, reason }))),
  }, undefined, 2)}\n`;
}
