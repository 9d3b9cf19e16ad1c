import { REPLAY_LEFT, type ReplayCounts, type ReplayLeft, type ReplayPlanSummary, type ReplaySample } from '../../contract/replay-plan';

/** Most values that are shown of one property. */
const SHOWN = 10;

const TITLES: readonly (readonly [keyof ReplayPlanSummary['groups'], string])[] = [
  ['byFunction', 'function'],
  ['byQualifier', 'qualifier'],
  ['byCondition', 'condition'],
  ['byErrorType', 'error type'],
  ['byExecutedVersion', 'version that ran'],
  ['byAge', 'age'],
  ['byAdvice', 'advice'],
];

/** A plan as text. */
export function planInWords(plan: ReplayPlanSummary): string {
  const { read, selected, complete, groups, left, samples, warnings, bySource, target } = plan;
  const sections = [
    `plan ${plan.plan} of ${plan.time}\n${[
      `  read         ${events(read)}`,
      `  to send      ${events(selected)}${target === undefined ? '' : `, to ${target}`}`,
      `  takes        ${duration(plan.estimate.seconds)}, costs about ${plan.estimate.dollars.toFixed(2)} USD without the functions that run again`,
      ...complete ? [] : ['  incomplete   a queue holds more than a plan can peek at: run this plan, then plan again'],
      ...warnings.map(warning => `  warning      ${warning}`),
    ].join('\n')}\n`,
    ...selected > 0 ? [...TITLES.map(([name, title]) => table(`to send, by ${title}`, groups[name])), table('to send, by source', bySource)] : [],
    ...Object.keys(left).length > 0 ? [table('not sent', inWords(left))] : [],
    ...samples.length > 0 ? [`examples\n${samples.map(sample).join('')}`] : [],
  ];
  return sections.join('\n');
}

function inWords(left: ReplayPlanSummary['left']): ReplayCounts {
  return Object.fromEntries(Object.entries(left).map(([why, number]) => [REPLAY_LEFT[why as ReplayLeft], number]));
}

function table(title: string, counts: ReplayCounts): string {
  const entries = Object.entries(counts);
  const width = Math.max(...entries.map(([, number]) => String(number).length));
  const rows = entries.slice(0, SHOWN).map(([value, number]) => `  ${String(number).padStart(width)}  ${value}\n`);
  return `${title}\n${rows.join('')}${entries.length > SHOWN ? `  ${'…'.padStart(width)}  ${entries.length - SHOWN} more\n` : ''}`;
}

function sample({ id, function: fn, condition, errorType, executedVersion, time, bytes }: ReplaySample): string {
  const facts = [time, fn, condition, ...errorType === undefined || errorType === condition ? [] : [errorType],
    ...executedVersion === undefined ? [] : [`version ${executedVersion}`], `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`];
  return `  ${id}  ${facts.filter(fact => fact !== undefined).join(', ')}\n`;
}

function events(number: number): string {
  return `${number} ${number === 1 ? 'event' : 'events'}`;
}

/** Seconds as text, in the two largest units. */
export function duration(seconds: number): string {
  const parts = [[86_400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']] as const;
  const first = parts.findIndex(([size]) => seconds >= size);
  if (first === -1) {
    return '0 s';
  }
  let rest = Math.round(seconds);
  return parts.slice(first, first + 2).map(([size, unit]) => {
    const number = Math.floor(rest / size);
    rest -= number * size;
    return number === 0 ? '' : `${number} ${unit}`;
  }).filter(part => part !== '').join(' ');
}
