import { App, Mixins, Stack } from 'aws-cdk-lib';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Shop } from './shop';
import { mixins } from 'cdk-async-invoke';

/** The shop as it was, and the lines that adopt it. */
export function adopted(app: App): mixins.MixinReportEntry[] {
  new Shop(app, 'Shop');

  const onCall = new actions.SnsAction(new sns.Topic(new Stack(app, 'Operations'), 'OnCall', { topicName: 'on-call', enforceSSL: true }));
  const destinations = new mixins.FunctionFailureDestination();
  const alarms = new mixins.FunctionAsyncAlarms({ critical: { alarmActions: [onCall] }, warning: { alarmActions: [onCall] } });
  Mixins.of(app).apply(destinations, alarms);

  return [...destinations.report, ...alarms.report];
}
