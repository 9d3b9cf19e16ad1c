import { fails, hitsSystemError, isThrottled, runsCode, succeeds, timesOut, type Step } from '../../simulator';
import { integer } from '../integer';
import { UsageError } from '../usage-error';

/** Options for the behaviour of the function. */
export interface BehaviourOptions {
  readonly 'fail'?: boolean;
  readonly 'time-out'?: boolean;
  readonly 'throttle'?: boolean;
  readonly 'system-error'?: boolean;
  readonly 'times'?: string;
  readonly 'code'?: boolean;
}

/** The ways to fail. */
const TROUBLES = {
  'fail': () => fails(),
  'time-out': timesOut,
  'throttle': isThrottled,
  'system-error': hitsSystemError,
} as const;

/** More than any event takes: about eighty throttles fit into six hours. */
const MOST_TIMES = 1000;

const HELP = 'See `cdk-async-invoke simulate --help`.';

/**
 * The behaviour of the function from attempt to attempt.
 *
 * @throws UsageError if the options contradict each other
 */
export function stepsOf(options: BehaviourOptions): [Step, ...Step[]] {
  const chosen = (Object.keys(TROUBLES) as Array<keyof typeof TROUBLES>).filter(name => options[name]);
  const times = integer('--times', options.times, 1, MOST_TIMES);
  const rest = options.code ? runsCode() : succeeds();
  if (chosen.length > 1) {
    throw new UsageError(`${chosen.map(name => `\`--${name}\``).join(' and ')} exclude each other. ${HELP}`);
  }
  const [trouble] = chosen;
  if (trouble === undefined) {
    if (times !== undefined) {
      throw new UsageError(`\`--times\` needs one of ${Object.keys(TROUBLES).map(name => `\`--${name}\``).join(', ')}. ${HELP}`);
    }
    return [rest];
  }
  const step = TROUBLES[trouble]();
  if (times !== undefined) {
    return [step, ...Array<Step>(times - 1).fill(step), rest];
  }
  if (options.code) {
    throw new UsageError(`\`--code\` never runs after \`--${trouble}\` without \`--times\`. Limit the failures with \`--times\`. ${HELP}`);
  }
  return [step];
}
