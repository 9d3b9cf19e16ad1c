import type { RulebookEntry } from '../../lib/checks';
import type { Rule } from '../../lib/constraints/rule';

/** The list of all rules, as Markdown: errors first. */
export function indexPage(entries: readonly RulebookEntry[]): string {
  return [
    '# Rules',
    'Each page says what happens, shows an example, and tells how to fix it. `cdk-async-invoke check --explain ID` prints a page.',
    'The evidence of a rule is **recorded** (an answer of the real service), **documented** (by a page of the cloud) or **derived** (from such facts).',
    '## Errors',
    'The deployment fails, or events are lost for certain.',
    table(entries.filter(({ severity }) => severity === 'error')),
    '## Warnings',
    'Lambda accepts the setting, but it is risky.',
    table(entries.filter(({ severity }) => severity === 'warning')),
  ].join('\n\n') + '\n';
}

function table(entries: readonly RulebookEntry[]): string {
  const rows = [...entries].sort((a, b) => a.id < b.id ? -1 : 1).map(({ id, rules }) => `| [${id}](${id}.md) | ${rules[0].consequence} | ${grades(rules)} |`);
  return ['| Rule | What happens | Evidence |', '| --- | --- | --- |', ...rows].join('\n');
}

function grades(rules: readonly Rule[]): string {
  return [...new Set(rules.map(({ evidence }) => evidence.grade))].join(', ');
}
