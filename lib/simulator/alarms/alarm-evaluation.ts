/** The state of an alarm. */
export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** What an alarm does with periods that have no data. */
export type MissingData = 'missing' | 'ignore' | 'breaching' | 'notBreaching';

/** A period, as an alarm sees it: whether its value breaches the threshold; `undefined` if it has no data. */
export type Datapoint = boolean | undefined;

/** How an alarm gets its state from datapoints. */
export interface EvaluationSettings {
  /** The N of "M out of N". */
  readonly evaluationPeriods: number;

  /** The M of "M out of N". */
  readonly datapointsToAlarm: number;
  readonly missingData: MissingData;
}

/**
 * The number of periods that an alarm looks at, in case some of them have no data.
 *
 * "The exact number of data points it attempts to retrieve depends on the length of the alarm period." The only example has 5
 * for 3 evaluation periods, so this is two more than those.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export function evaluationRange(evaluationPeriods: number): number {
  return evaluationPeriods + 2;
}

/**
 * The state of an alarm after an evaluation.
 *
 * The rules and the words in comments are those of
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 *
 * @param datapoints the periods, the most recent one last; those before the evaluation range are not looked at
 * @param current the state before
 */
export function evaluated(datapoints: readonly Datapoint[], settings: EvaluationSettings, current: AlarmState): AlarmState {
  const { evaluationPeriods, datapointsToAlarm, missingData } = settings;
  const range = datapoints.slice(-evaluationRange(evaluationPeriods));
  const real = range.filter(datapoint => datapoint !== undefined);
  // "CloudWatch evaluates the alarm state based on the most recent real data points."
  const breaching = real.slice(-evaluationPeriods).filter(breaches => breaches).length;
  const missing = Math.max(0, evaluationPeriods - real.length);
  if (breaching >= datapointsToAlarm) {
    return 'ALARM';
  }
  if (missing === 0 || missingData === 'notBreaching') {
    return 'OK';
  }
  if (missingData === 'breaching') {
    return breaching + missing >= datapointsToAlarm ? 'ALARM' : 'OK';
  }
  if (real.length === 0) {
    return missingData === 'missing' ? 'INSUFFICIENT_DATA' : current;
  }
  return isOldBreach(range, real, datapointsToAlarm) ? missingData === 'missing' ? 'ALARM' : current : 'OK';
}

/**
 * Whether "the oldest breaching data point during the evaluation range is at least as old as the value of Datapoints to
 * Alarm, and all of the more recent data points are either breaching or missing". The tables show that there must be no
 * older datapoint within the threshold, either: `0 - X - -` is OK.
 */
function isOldBreach(range: readonly Datapoint[], real: readonly boolean[], datapointsToAlarm: number): boolean {
  const age = range.length - range.findIndex(datapoint => datapoint !== undefined);
  return real.every(breaches => breaches) && age >= datapointsToAlarm;
}
