import type { Rehearsal, Scene } from './rehearsal';
import { painter, type Paint } from '../../lib/cli/style';
import type { CreatedResource, Outcome, OutcomeStep } from 'cdk-async-invoke/simulator';

const WIDTH = 96;

const MARKS: Partial<Record<OutcomeStep['kind'], readonly [mark: string, style: Parameters<Paint>[0]]>> = {
  'succeeded': ['✓', 'green'],
  'failed': ['✗', 'red'],
  'timed-out': ['✗', 'red'],
  'throttled': ['·', 'yellow'],
};

/** What happened in a rehearsal, on one screen. */
export function screen({ created, scenes, kept }: Rehearsal, colours = false): string {
  const paint = painter(colours);
  return [
    'Deployed it into the simulator, where the real handler of deploy time called Lambda over HTTP for',
    ...created.map(resource => `  ${creation(resource)}`),
    '',
    'Sent events through its own code (✓ succeeded, ✗ failed, · throttled; m:ss since they came in)',
    paint('grey', `  ${row('function', 'attempts', 'ended with', 'record in')}`),
    ...scenes.flatMap(scene => [paint('bold', scene.title), ...scene.outcomes.map(outcome => `  ${life(outcome, paint)}`)]),
    '',
    paint('bold', `What the queue keeps of ${titleOf(scenes, kept.requestId)}`),
    fitting({ ...kept.record, responsePayload: withoutTrace(kept.record?.responsePayload) }),
  ].join('\n');
}

function creation({ path, type, attributes }: CreatedResource): string {
  const [, id] = path!.split('/');
  const { ExecutedVersion, MaximumEventAgeInSeconds, MaximumRetryAttempts } = attributes as Record<string, string>;
  return type === 'Custom::LambdaDeployTimeInvocation'
    ? `${id}: version ${ExecutedVersion} has fulfilled it, so it may have its share of the orders`
    : `${id}: as read back, ${MaximumRetryAttempts} retries and events up to ${Number(MaximumEventAgeInSeconds) / 3600} h old`;
}

function life({ functionPath, qualifier, condition, acceptedAt, steps }: Outcome, paint: Paint): string {
  const name = `${short(functionPath)}${qualifier === undefined ? '' : `:${qualifier}`}`;
  const tries = steps.filter(({ kind }) => kind in MARKS).map(({ kind, at }) => `${MARKS[kind]![0]} ${clock(at - acceptedAt.getTime())}`).join(' ');
  const places = steps.flatMap(step => step.kind === 'sent' ? short(step.to) : []);
  return row(name, tries, String(condition), places.join(', ')).replace(/[✓✗·]/g, mark => paint(Object.values(MARKS).find(([other]) => other === mark)![1], mark));
}

function row(name: string, tries: string, condition: string, places: string): string {
  return `${name.padEnd(17)} ${tries.padEnd(20)} ${condition.padEnd(23)} ${places}`.trimEnd();
}

/** The app has one stack only. */
function short(text: string): string {
  return text.replaceAll('`', '').replace('OrderPipeline/', '');
}

function clock(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

function titleOf(scenes: readonly Scene[], id: string): string {
  return scenes.find(({ outcomes }) => outcomes.some(({ requestId }) => requestId === id))!.title;
}

/** It names folders of this machine. */
function withoutTrace(payload: unknown): unknown {
  return { ...payload as object, trace: ['…'] };
}

/** JSON with as few line breaks as it takes. */
function fitting(value: unknown, indent = '', key = ''): string {
  const line = `${indent}${key}${JSON.stringify(value, undefined, 1).replace(/\n */g, ' ')}`;
  if (line.length <= WIDTH || typeof value !== 'object' || value === null) return line;
  const members = Object.entries(value).map(([name, member]) => fitting(member, `${indent}  `, `"${name}": `));
  return `${indent}${key}{\n${members.join(',\n')}\n${indent}}`;
}
