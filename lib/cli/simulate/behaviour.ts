import { fails, hitsSystemError, isThrottled, runsCode, succeeds, timesOut, type Step } from '../../simulator';
import { integer } from '../integer';
import { UsageError } from '../usage-error';

/** What the function does. */
export interface BehaviourOptions {
  readonly 'fail'?: boolean;
  readonly 'time-out'?: boolean;
  readonly 'throttle'?: boolean;
  readonly 'system-error'?: boolean;
  readonly 'times'?: string;
  readonly 'code'?: boolean;
}

/** The ways to go wrong. */
const TROUBLES = {
  'fail': () => fails(),
  'time-out': timesOut,
  'throttle': isThrottled,
  'system-error': hitsSystemError,
} as const;

/** No event is tried more often: within six hours, there is room for about eighty throttles. */
const MOST_TIMES = 1000;

const HELP = 'See `cdk-async-invoke simulate --help`.';

/**
 * What the function does from attempt to attempt.
 *
 * @throws UsageError when that cannot be told from the options
 */
export function stepsOf(options: BehaviourOptions): [Step, ...Step[]] {
  const chosen = (Object.keys(TROUBLES) as Array<keyof typeof TROUBLES>).filter(name => options[name]);
  const times = integer('--times', options.times, 1, MOST_TIMES);
  const rest = options.code ? runsCode() : succeeds();
  if (chosen.length > 1) throw new UsageError(`${chosen.map(name => `\`--${name}\``).join(' and ')} exclude each other. ${HELP}`);
  const [trouble] = chosen;
  if (trouble === undefined) {
    if (times !== undefined) throw new UsageError(`\`--times\` needs one of ${Object.keys(TROUBLES).map(name => `\`--${name}\``).join(', ')}. ${HELP}`);
    return [rest];
  }
  const step = TROUBLES[trouble]();
  if (times !== undefined) return [step, ...Array<Step>(times - 1).fill(step), rest];
  if (options.code) throw new UsageError(`\`--code\` would never run with \`--${trouble}\`: say with \`--times\` how often that happens before. ${HELP}`);
  return [step];
}
