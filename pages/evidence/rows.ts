import type { Constraint } from '../../lib/constraints/constraint';
import type { Evidence } from '../../lib/constraints/evidence';
import type { Fact } from '../../lib/constraints/fact';
import type { Rule } from '../../lib/constraints/rule';

/** The kind of an evidence. */
export type Grade = Evidence['grade'];

/** A claim with what it rests on. */
export interface Row {
  readonly claim: string;
  readonly grade: Grade;
  readonly source: string;
  readonly caveat?: string;
}

export function factRow({ fact, source, evidence }: Fact): Row {
  return { claim: fact, ...foundation(source, evidence) };
}

export function ruleRow(id: string, { rule, parameter, source, evidence }: Rule): Row {
  return { claim: `[${id}](rules/${id}.md): ${parameter === undefined ? '' : `\`${parameter}\` `}must ${rule}`, ...foundation(source, evidence) };
}

/** A limit that is also a rule has the grade of that rule. Otherwise, its source decides. */
export function limitRow(limit: Constraint & { readonly rule?: Partial<Rule> }): Row {
  const { parameter, source, note, rule } = limit;
  const grade = rule?.evidence?.grade ?? (/\brecorded\b/.test(source) ? 'recorded' : 'documented');
  return { claim: `\`${parameter}\`: ${extent(limit)}`, grade, source, caveat: note };
}

/** The bounds of a limit, in words. */
function extent(limit: Constraint): string {
  switch (limit.kind) {
    case 'number': return between(limit.min, limit.max, limit.unit) + (limit.default === undefined ? '' : `, ${limit.default} by default`);
    case 'text': return between(limit.min, limit.max, 'characters') + (limit.grammar === undefined ? '' : `: ${limit.grammar}`);
    case 'size': return between(limit.min ?? 0, limit.max, limit.unit);
    case 'count': return `at most ${count(limit.max)} ${limit.unit}`;
    case 'choice': return limit.values.map(value => `\`${value}\``).join(', ');
  }
}

function between(min: number, max: number, unit: string | undefined): string {
  const bounds = max === Number.MAX_SAFE_INTEGER ? `at least ${count(min)}` : min === max ? `exactly ${count(min)}` : `${count(min)} to ${count(max)}`;
  return unit === undefined ? bounds : `${bounds} ${unit}`;
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}

function foundation(source: string, evidence: Evidence): Omit<Row, 'claim'> {
  switch (evidence.grade) {
    case 'recorded': {
      const places = [...new Set(evidence.recordings.map(({ date, repository }) => `${date}, [${repository}](https://github.com/${repository})`))];
      const recorded = source.startsWith('recorded') ? [] : [source];
      return { grade: 'recorded', source: [...recorded, ...places].join('; '), caveat: evidence.caveat };
    }
    case 'documented': return { grade: 'documented', source };
    case 'derived': return { grade: 'derived', source, caveat: evidence.from.join(' ') };
  }
}
