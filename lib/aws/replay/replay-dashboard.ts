import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { replayMetric, type ReplayMetric } from './replay-metrics';

/** Half of the columns of a dashboard. */
const WIDTH = 12;

/** Row with what a replay sends, and what comes back. */
export function dashboardRow(replay: string): cloudwatch.Row {
  const graph = (title: string, ...names: ReplayMetric[]) =>
    new cloudwatch.GraphWidget({ title, width: WIDTH, left: names.map(name => replayMetric(replay, name)) });
  return new cloudwatch.Row(
    graph('Replay: sent again', 'Sent', 'Refused', 'Throttled'),
    graph('Replay: what became of it', 'Succeeded', 'FailedAgain', 'InDoubt'),
  );
}
