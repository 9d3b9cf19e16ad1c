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

/** Describes a rehearsal on one screen. */
export function screen({ created, scenes, kept }: Rehearsal, colours = false): string {
  const paint = painter(colours);
  return [
    'Deployed it into the simulator. The real deploy-time handler called the simulated Lambda over HTTP:',
    ...created.map(resource => `  ${creation(resource)}`),
    '',
    'Sent events through its code (✓ succeeded, ✗ failed, · throttled; m:ss after Lambda accepted them)',
    paint('grey', `  ${row('function', 'attempts', 'ended with', 'record in')}`),
    ...scenes.flatMap(scene => [paint('bold', scene.title), ...scene.outcomes.map(outcome => `  ${life(outcome, paint)}`)]),
    '',
    paint('bold', `The record in the queue for ${titleOf(scenes, kept.requestId)}`),
    fitting({ ...kept.record, responsePayload: withoutTrace(kept.record?.responsePayload) }),
  ].join('\n');
}

function creation({ path, type, attributes }: CreatedResource): string {
  const [, id] = path!.split('/');
  const { ExecutedVersion, MaximumEventAgeInSeconds, MaximumRetryAttempts } = attributes as Record<string, string>;
  return type === 'Custom::LambdaDeployTimeInvocation'
    ? `${id}: version ${ExecutedVersion} fulfilled the trial order and now gets its share of the orders`
    : `${id}: read back from Lambda, ${MaximumRetryAttempts} retries, events up to ${Number(MaximumEventAgeInSeconds) / 3600} h old`;
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

/** Drops the name of the stack, because the app has only one. */
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

/** Leaves out the stack trace, which names folders of this machine. */
function withoutTrace(payload: unknown): unknown {
  return { ...payload as object, trace: ['…'] };
}

/** Writes JSON with as few line breaks as the width allows. */
function fitting(value: unknown, indent = '', key = ''): string {
  const line = `${indent}${key}${JSON.stringify(value, undefined, 1).replace(/\n */g, ' ')}`;
  if (line.length <= WIDTH || typeof value !== 'object' || value === null) {
    return line;
  }
  const members = Object.entries(value).map(([name, member]) => fitting(member, `${indent}  `, `"${name}": `));
  return `${indent}${key}{\n${members.join(',\n')}\n${indent}}`;
}
