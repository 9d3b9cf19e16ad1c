import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { replayMetric, type ReplayMetric } from './replay-metrics';

/** The alarms of a replay: runs that stopped, and events in doubt. */
export function alarmsOf(scope: Construct, replay: string, actions: readonly cloudwatch.IAlarmAction[]): [cloudwatch.Alarm, cloudwatch.Alarm] {
  const alarm = (id: string, name: ReplayMetric, alarmDescription: string) => {
    const made = new cloudwatch.Alarm(scope, id, {
      metric: replayMetric(replay, name, { period: PERIOD }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      alarmDescription,
    });
    made.addAlarmAction(...actions);
    return made;
  };
  return [
    alarm('StoppedAlarm', 'Stopped', 'A replay of failed events has stopped, because too many of its events failed again. Repair the function, then run the plan again.'),
    alarm('InDoubtAlarm', 'InDoubt', 'It is unknown whether Lambda accepted some replayed events. The report of the run lists them.'),
  ];
}

const PERIOD = Duration.minutes(5);
