import { fails, hitsSystemError, isThrottled, succeeds, timesOut, type Step } from '../../simulator';
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
  readonly 'env'?: readonly string[];
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
 * The variables that `--env` sets.
 *
 * @throws UsageError if they have no name, or if no code would read them
 */
export function environmentOf({ env = [], code }: BehaviourOptions): Record<string, string> {
  if (env.length > 0 && !code) {
    throw new UsageError(`\`--env\` needs \`--code\`: only code reads variables. ${HELP}`);
  }
  return Object.fromEntries(env.map(variable => {
    const [, name, value] = /^([A-Za-z][A-Za-z0-9_]*)=(.*)$/s.exec(variable) ?? [];
    if (name === undefined) {
      throw new UsageError(`\`--env\` must be NAME=VALUE, got: ${variable}. ${HELP}`);
    }
    return [name, value];
  }));
}

/**
 * The behaviour of the function from attempt to attempt.
 *
 * @param code what the function does with `--code`
 * @throws UsageError if the options contradict each other
 */
export function stepsOf(options: BehaviourOptions, code: Step): [Step, ...Step[]] {
  const chosen = (Object.keys(TROUBLES) as Array<keyof typeof TROUBLES>).filter(name => options[name]);
  const times = integer('--times', options.times, 1, MOST_TIMES);
  const rest = options.code ? code : succeeds();
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
