import type { Finding } from '../../checks';
import { unread } from '../../topology';
import type { Checked } from '../checked';
import { fixHints, type FixHint } from './fix-hint';
import { counted, painter, type Paint } from '../style';
import { unreadInWords } from '../unread-in-words';

/**
 * The findings as text, stack by stack.
 *
 * @param withFixes whether the fix of each finding follows it
 */
export function text(checked: Checked, colours: boolean, withFixes = false): string {
  const hint = withFixes ? fixHints(checked) : () => undefined;
  const { findings, acknowledged, topology } = checked;
  const { stacks, functions } = topology;
  const paint = painter(colours);
  const count = (severity: string) => findings.filter(finding => finding.severity === severity).length;
  const found = findings.length === 0
    ? paint('green', 'nothing found')
    : `${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}`;
  return [
    ...byStack(findings).map(([stack, own]) => [paint('bold', stack), ...own.map(finding => [...block(finding, checked, paint), ...fixLines(hint(finding), paint)].join('\n'))].join('\n')),
    `${counted(functions.size, 'function')} in ${counted(stacks.size, 'stack')}: ${found}${acknowledged.length > 0 ? `, ${acknowledged.length} acknowledged` : ''}`,
    ...findings.length > 0 ? ['`cdk-async-invoke check --explain ID` explains a rule, with an example.'] : [],
    ...unreadInWords(unread(topology)),
  ].join('\n\n') + '\n';
}

function byStack(findings: readonly Finding[]): [string, Finding[]][] {
  const stacks = new Map<string, Finding[]>();
  for (const finding of findings) {
    stacks.set(finding.stack, [...stacks.get(finding.stack) ?? [], finding]);
  }
  return [...stacks].sort(([a], [b]) => a < b ? -1 : 1);
}

function block(finding: Finding, { ofTemplates, sources }: Checked, paint: Paint): string[] {
  const { severity, id, path, logicalId, message, source } = finding;
  // A construct path leads to the code, which the template of an assembly does not.
  const place = ofTemplates || path === undefined ? sources.placeOf(finding) : undefined;
  return [
    `  ${paint(severity === 'error' ? 'red' : 'yellow', severity)} ${paint('bold', id)} at ${path ?? logicalId}${place ? `, ${place.file}:${place.line}:${place.column}` : ''}`,
    `    ${message}`,
    `    ${paint('grey', source)}`,
  ];
}

function fixLines(hint: FixHint | undefined, paint: Paint): string[] {
  return hint ? [`    ${paint('green', `fix: ${hint.summary}`)}`, ...hint.snippet.split('\n').map(line => line === '' ? '' : `      ${line}`)] : [];
}
