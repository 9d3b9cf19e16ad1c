import { Stack, Token } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { around } from './around';
import { AGE_OF_OLDEST_MESSAGE, QUEUE_NAME_DIMENSION, VISIBLE_MESSAGES } from '../../constraints/aws-sqs/metrics';
import type { ServiceMetric } from '../../constraints/service-metric';
import type { AsyncInvokeAlarmOptions, AsyncInvokeAlarmSettings } from '../operations/alarm-options';
import { AlarmSeverity } from '../operations/alarm-severity';
import { FollowingAlarm, type AlarmPlan, type FollowingAlarmProps } from '../operations/following-alarm';
import { description, explainCommand, RUNBOOKS, type Runbook } from '../operations/runbook';
import { reaching } from '../operations/threshold';
import { queueIdentity, watchedQueue } from '../operations/watched-queue';
import { pathOf } from '../target/referenced-resource';

const ID = 'AsyncInvokeQueueAlarms';

/** The part of the retention of a queue at which a message is about to expire. */
const SHARE_OF_RETENTION = 0.8;

/** The alarms of a queue that several functions may share, so that it is watched once. */
export class QueueAlarms extends Construct {
  /** The alarms of a queue, which are made only once. */
  static of(queue: sqs.CfnQueue, settings: AsyncInvokeAlarmSettings): void {
    const home = around(queue);
    if (!home.node.tryFindChild(ID)) {
      new QueueAlarms(home, queue, settings);
    }
  }

  private constructor(scope: Construct, queue: sqs.CfnQueue, private readonly settings: AsyncInvokeAlarmSettings) {
    super(scope, ID);
    const known = watchedQueue(this, queue.attrArn)!;
    const users = pathOf(Stack.of(queue));
    const plan = (runbook: Runbook, threshold: AlarmPlan['threshold']): AlarmPlan => ({ threshold, description: description(ofAll(runbook, users)) });
    const notEmpty = plan(RUNBOOKS.failureQueueNotEmpty(users, known.label, known.queueName), 1);
    this.add('NotEmpty', AlarmSeverity.WARNING, about(queue, VISIBLE_MESSAGES), settings.failureQueueNotEmpty,
      ({ consumed }) => consumed.has(queueIdentity(queue.attrArn)) ? undefined : notEmpty);
    const aboutToExpire = reaching([{ factor: SHARE_OF_RETENTION, value: known.retention! }]);
    const expiring = plan(RUNBOOKS.recordsExpiring(users, known.label, known.queueName), aboutToExpire);
    this.add('Expiring', AlarmSeverity.CRITICAL, about(queue, AGE_OF_OLDEST_MESSAGE), settings.recordsExpiring, () => expiring);
  }

  private add(id: string, usual: AlarmSeverity, metric: cloudwatch.Metric, options: AsyncInvokeAlarmOptions = {}, plan: FollowingAlarmProps['plan']): void {
    new FollowingAlarm(this, id, { metric, options, actions: this.settings[options.severity ?? usual], plan, onDecision: () => undefined });
  }
}

function about(queue: sqs.CfnQueue, { namespace, metricName, statistic }: ServiceMetric): cloudwatch.Metric {
  return new cloudwatch.Metric({ namespace, metricName, statistic, dimensionsMap: { [QUEUE_NAME_DIMENSION]: Token.asString(queue.attrQueueName) } });
}

/** A runbook that is about all functions of a stack instead of one. */
function ofAll(runbook: Runbook, users: string): Runbook {
  return { ...runbook, steps: runbook.steps.map(step => step.replace(explainCommand(users), explainCommand('').trim())) };
}
