import type { CfnResource } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { around } from './around';
import { SENDER_METRICS } from '../../constraints/aws-lambda/sender-metrics';
import type { AsyncInvokeAlarmSettings } from '../operations/alarm-options';
import { AlarmSeverity } from '../operations/alarm-severity';
import { FollowingAlarm } from '../operations/following-alarm';
import { description, RUNBOOKS } from '../operations/runbook';
import { nameOfSender, senderTargets, SENDER_WORDS, type Sender } from '../operations/sender';
import { resourceIn } from '../target/referenced-resource';

const ID = 'AsyncInvokeSenderAlarms';

/**
 * The alarm of a sender in another stack than its function.
 *
 * That stack refers to the function already, so an alarm beside the function would close a circle.
 */
export class SenderAlarms extends Construct {
  /** The alarm of a resource that sends events, which is made only once. */
  static of(resource: CfnResource, functionPath: string, settings: AsyncInvokeAlarmSettings): void {
    const [target] = senderTargets(resource);
    const home = around(resource);
    if (target && !home.node.tryFindChild(ID)) {
      new SenderAlarms(home, target.sender, functionPath, settings);
    }
  }

  private constructor(scope: Construct, sender: Sender, functionPath: string, settings: AsyncInvokeAlarmSettings) {
    super(scope, ID);
    const { failed, deadLetterFailed } = SENDER_METRICS[sender.kind];
    const isKept = sender.deadLetterArn !== undefined;
    const { namespace, metricName, statistic } = isKept ? deadLetterFailed : failed;
    const runbook = isKept ? RUNBOOKS.senderDeadLetterFailed : RUNBOOKS.senderFailed;
    const options = settings.senderFailed ?? {};
    new FollowingAlarm(this, 'SenderFailed', {
      metric: new cloudwatch.Metric({ namespace, metricName, statistic, dimensionsMap: sender.dimensions }),
      options,
      actions: settings[options.severity ?? AlarmSeverity.CRITICAL],
      subjects: [resourceIn(sender.construct)],
      plan: () => ({ threshold: 1, description: description(runbook(functionPath, nameOfSender(sender), SENDER_WORDS[sender.kind])) }),
      onDecision: () => undefined,
    });
  }
}
