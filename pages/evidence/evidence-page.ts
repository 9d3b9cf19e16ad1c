import { factRow, limitRow, ruleRow, type Grade, type Row } from './rows';
import { RULEBOOK } from '../../lib/checks';
import { constraints, facts, type Entry } from '../../test/constraints/tables';
import { LEFT_OUT, RECORDED } from '../../test/simulator/recorded/left-out';

const GRADES: readonly Grade[] = ['recorded', 'documented', 'derived'];

/** The folders of `lib/constraints`, as people call the services. */
const SERVICES: Readonly<Record<string, string>> = {
  'aws-lambda': 'AWS Lambda',
  'aws-sqs': 'Amazon SQS',
  'aws-sns': 'Amazon SNS',
  'aws-events': 'Amazon EventBridge rules',
  'aws-eventbridge': 'Amazon EventBridge',
  'aws-scheduler': 'Amazon EventBridge Scheduler',
  'aws-s3': 'Amazon S3',
  'aws-iam': 'AWS IAM',
  'aws-cdk': 'AWS CDK',
  'aws-cloudformation': 'AWS CloudFormation',
  'aws-cloudwatch': 'Amazon CloudWatch',
  'aws-replay': 'Replay of failed events',
  'alibaba-fc': 'Alibaba Cloud Function Compute',
  'alibaba-ros': 'Alibaba Cloud ROS',
  'alibaba-sts': 'Alibaba Cloud STS',
};

/** The page with the grade and source of each fact, rule and limit, as Markdown. */
export function evidencePage(): string {
  const rows = {
    Facts: sorted(facts()).map(({ value }) => factRow(value)),
    Rules: [...RULEBOOK].sort((a, b) => a.id < b.id ? -1 : 1).flatMap(({ id, rules }) => rules.map(rule => ruleRow(id, rule))),
    Limits: constraints().map(({ value }) => limitRow(value)),
  };
  const leftOut = Object.entries(LEFT_OUT);
  return [
    '# Evidence',
    'The checks and the simulator claim how the services behave. This page says on what each claim rests. A claim is **recorded** (an answer of the real service), **documented** '
    + '(by a page or an API model of the cloud) or **derived** (from such facts).',
    counts(rows),
    `The tests replay ${RECORDED - leftOut.length} of ${RECORDED} recorded answers of Lambda against the simulator. They leave out ${leftOut.length}:`,
    leftOut.map(([name, reason]) => `- \`${name}\`: ${reason}`).join('\n'),
    'Where no evidence is known, the checks stay silent, and the simulator throws a `NotKnownError`.',
    '## Facts',
    'The simulator plays these facts.',
    table('Fact', rows.Facts),
    '## Rules',
    'The page of a rule has its evidence in full. One id may have several rules.',
    table('Rule', rows.Rules),
    '## Limits',
    'A limit is a number, a length or a set of words that the constructs, the checks or the simulator use.',
    ...limits(),
  ].join('\n\n') + '\n';
}

function counts(rows: Readonly<Record<string, readonly Row[]>>): string {
  const of = (all: readonly Row[]) => GRADES.map(grade => all.filter(row => row.grade === grade).length);
  const lines = Object.entries(rows).map(([what, all]) => `| ${[`[${what}](#${what.toLowerCase()})`, ...of(all), all.length].join(' | ')} |`);
  return ['|  | Recorded | Documented | Derived | All |', '| --- | --- | --- | --- | --- |', ...lines].join('\n');
}

function limits(): string[] {
  const all = sorted(constraints());
  const folders = [...new Set(all.map(({ file }) => file.split(/[\\/]/)[0]))];
  return folders.flatMap(folder => [
    `### ${SERVICES[folder]}`,
    table('Limit', all.filter(({ file }) => file.split(/[\\/]/)[0] === folder).map(({ value }) => limitRow(value))),
  ]);
}

/** Compilers order exports differently. */
function sorted<T>(entries: readonly Entry<T>[]): Entry<T>[] {
  return [...entries].sort((a, b) => `${a.file} ${a.name}` < `${b.file} ${b.name}` ? -1 : 1);
}

function table(what: string, rows: readonly Row[]): string {
  const lines = rows.map(({ claim, grade, source, caveat = '' }) => `| ${[claim, grade, source, caveat].map(cell).join(' | ')} |`);
  return [`| ${what} | Evidence | Source | Caveat |`, '| --- | --- | --- | --- |', ...lines].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
