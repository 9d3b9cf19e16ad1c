import type { Half } from './example';
import { qualifiedId, type RulebookEntry } from '../../lib/checks';
import type { Evidence, Recording } from '../../lib/constraints/evidence';
import type { Rule } from '../../lib/constraints/rule';

/** What the page of a rule shows besides its entry. */
export interface Shown {
  readonly found: Half;
  readonly innocent: Half;

  /** The messages that the first half of the example leads to. */
  readonly messages: readonly string[];
}

/** The page of a rule, as Markdown. */
export function rulePage(entry: RulebookEntry, shown: Shown): string {
  const { id, rules: [rule, ...others], onFunctionCompute } = entry;
  return [
    `# ${id}`,
    `${entry.severity === 'error' ? 'Error' : 'Warning'}. ${reporters(entry)}`,
    ...others.length === 0
      ? [`${subject(rule, shown)} must ${rule.rule}.`, ...advice(rule, '##')]
      : [rule, ...others].flatMap(each => withEvidence(each, `${subject(each, shown)} must ${each.rule}`)),
    ...example(shown),
    ...others.length === 0 ? ['## Source and evidence', ...foundation(rule)] : [],
    ...onFunctionCompute ? withEvidence(onFunctionCompute, 'On Function Compute') : [],
    ...acceptance(entry),
    '[All rules](README.md)',
  ].join('\n\n') + '\n';
}

/** The property of a rule: its parameter, otherwise the property that the messages of the example name. */
function subject({ parameter }: Rule, { messages }: Shown): string {
  const properties = parameter === undefined ? messages.map(message => /^`[^`]+`/.exec(message)![0]) : [`\`${parameter}\``];
  return [...new Set(properties)].join(' or ');
}

function reporters({ isChecked }: RulebookEntry): string {
  return isChecked
    ? 'Found in the templates of any CDK app by `cdk-async-invoke check` and by the plugin `AsyncInvokeChecks`.'
    : 'Found at synth by the constructs of this library or by the plugin `AsyncInvokeChecks`: the templates do not show it.';
}

function withEvidence(rule: Rule, title: string): string[] {
  return [`## ${title}`, ...advice(rule, '###'), '### Source and evidence', ...foundation(rule)];
}

function advice({ consequence, remedy, remedies = [] }: Rule, heading: string): string[] {
  const cases = remedies.map(each => `- If ${each.when}: ${each.remedy}`).join('\n');
  return [`${heading} What happens`, consequence, `${heading} How to fix it`, remedy, ...cases ? [cases] : []];
}

function example({ found, innocent, messages }: Shown): string[] {
  return [
    '## Example',
    'The example is a part of a stack in `eu-west-1`. `code` holds the code, handler and runtime of a function.',
    `This app has the finding. ${found.caption}`,
    fenced('ts', found.source),
    ...messages.map(message => `> ${message}`),
    `This app does not have it. ${innocent.caption}`,
    fenced('ts', innocent.source),
  ];
}

function acceptance({ id, isChecked }: RulebookEntry): string[] {
  return [
    '## How to accept it',
    'Acknowledge it at the construct, or at a scope around it:',
    fenced('ts', `Validations.of(scope).acknowledge({ id: '${qualifiedId(id)}', reason: '…' });`),
    ...isChecked ? ['Or exclude the rule on the command line:', fenced('sh', `cdk-async-invoke check --exclude ${id}`)] : [],
  ];
}

/** The source of a rule, unless it is the recordings themselves, and its evidence. */
function foundation({ source, evidence }: Rule): string[] {
  return [...source.startsWith('recorded') ? [] : [`${source}.`], ...facts(evidence)];
}

function facts(evidence: Evidence): string[] {
  switch (evidence.grade) {
    case 'recorded': return [
      '**Recorded** from the real service:',
      evidence.recordings.map(recording).join('\n'),
      ...evidence.caveat === undefined ? [] : [evidence.caveat],
    ];
    case 'documented': return [`**Documented**: ${evidence.says}`];
    case 'derived': return ['**Derived** from these facts:', evidence.from.map(fact => `- ${fact}`).join('\n')];
  }
}

function recording({ operation, sent, answer, date, repository, file }: Recording): string {
  return `- \`${operation}\` with ${sent}: "${answer}" (${date}, in \`${file}\` of [${repository}](https://github.com/${repository}))`;
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
