import type { Finding } from '../../checks';
import { unread } from '../../topology';
import type { Checked } from '../checked';
import { fixHints } from './fix-hint';

/** The findings for programs. */
export function json(checked: Checked): string {
  const { findings, acknowledged, sources, topology } = checked;
  const { stacks, functions } = topology;
  const placed = (finding: Finding) => ({ ...finding, place: sources.placeOf(finding) });
  const hint = fixHints(checked);
  const of = (wanted: string) => findings.filter(({ severity }) => severity === wanted).length;
  return `${JSON.stringify({
    summary: { errors: of('error'), warnings: of('warning'), acknowledged: acknowledged.length, stacks: stacks.size, functions: functions.size },
    findings: findings.map(finding => ({ ...placed(finding), fix: hint(finding) })),
    acknowledged: acknowledged.map(placed),
    unknown: unread(topology),
  }, undefined, 2)}\n`;
}
