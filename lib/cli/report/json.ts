import type { Finding } from '../../checks';
import { unread } from '../../topology';
import type { Checked } from '../checked';

/** The findings for programs. */
export function json({ findings, acknowledged, sources, topology }: Checked): string {
  const { stacks, functions } = topology;
  const placed = (finding: Finding) => ({ ...finding, place: sources.placeOf(finding) });
  const of = (wanted: string) => findings.filter(({ severity }) => severity === wanted).length;
  return `${JSON.stringify({
    summary: { errors: of('error'), warnings: of('warning'), acknowledged: acknowledged.length, stacks: stacks.size, functions: functions.size },
    findings: findings.map(placed),
    acknowledged: acknowledged.map(placed),
    unknown: unread(topology),
  }, undefined, 2)}\n`;
}
