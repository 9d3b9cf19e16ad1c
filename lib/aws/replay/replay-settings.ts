import type { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { FailedEventReplayOptions } from './failed-event-replay-props';
import { MEMORY_SIZE } from '../../constraints/aws-lambda/function';
import { REPORT_RETENTION } from '../../constraints/aws-replay/report-retention';
import type { NumberConstraint } from '../../constraints/constraint';
import { invalid } from '../../constraints/invalid';
import { REPLAY_BOUNDS, REPLAY_DEFAULTS, type ReplayDefaults } from '../../contract/replay';
import { isNewEnough, tooOldRuntime } from '../../provider/handler-settings';
import { knownViolation } from '../../provider/known-violation';

/** Settings of a replay in the units of its services. */
export interface ReplaySettings {
  /** Settings of runs that an input leaves out; those of the worker are not repeated. */
  readonly defaults: ReplayDefaults;

  /** In days. */
  readonly ledgerRetention: number;
  readonly reportRetention: number;
}

/**
 * The settings of a replay.
 *
 * @throws Error naming each that is out of range
 */
export function replaySettings(scope: Construct, options: FailedEventReplayOptions): ReplaySettings {
  const { rate, workers, concurrency, maxAttempts, maxFailureShare, memorySize, runtime } = options;
  const maxEventAge = options.maxEventAge?.toSeconds({ integral: false });
  const [ledgerRetention, reportRetention] = [options.ledgerRetention, options.reportRetention].map(days);
  const messages = [
    knownViolation(bounded('rate', 'rate', 'events per second'), rate),
    knownViolation(bounded('workers', 'workers'), workers),
    knownViolation(bounded('concurrency', 'concurrency'), concurrency),
    knownViolation(bounded('maxAttempts', 'maxAttempts'), maxAttempts),
    knownViolation(bounded('maxFailureShare', 'maxFailureShare'), maxFailureShare),
    knownViolation(bounded('maxEventAge', 'maxEventAge', 'seconds'), maxEventAge),
    knownViolation(bounded('ledgerRetention', 'ledgerDays', 'days'), ledgerRetention),
    knownViolation(REPORT_RETENTION, reportRetention),
    knownViolation(MEMORY_SIZE, memorySize),
    runtime && !isNewEnough(runtime) ? tooOldRuntime('runtime', runtime) : undefined,
  ].filter(message => message !== undefined);
  if (messages.length > 0) {
    throw invalid(scope, ...messages);
  }
  const given = { rate, workers, concurrency, maxAttempts, maxFailureShare, maxEventAge };
  return {
    defaults: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ledgerRetention: ledgerRetention ?? REPLAY_DEFAULTS.ledgerDays,
    reportRetention: reportRetention ?? REPORT_RETENTION.default!,
  };
}

/** The limit of a setting that the worker checks, too. */
function bounded(property: string, parameter: keyof typeof REPLAY_BOUNDS, unit?: string): NumberConstraint {
  const { min, max } = REPLAY_BOUNDS[parameter];
  return { kind: 'number', property, parameter, min, max, integer: Number.isInteger(min), unit, source: 'the worker, which has the same bounds' };
}

function days(duration?: Duration): number | undefined {
  return duration?.toDays({ integral: false });
}
