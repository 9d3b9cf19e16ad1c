import { App } from 'aws-cdk-lib';
import { OnCall } from '../../examples/on-call/on-call';
import { CHECKS, findings } from '../../lib/checks';
import { readAssembly } from '../../lib/topology';
import { resources } from '../aws/fixture';

const app = new App();
const shop = new OnCall(app, 'OnCall');

test('each function has the alarms of what can happen to its events', () => {
  expect(Object.values(resources(shop, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties.AlarmName).sort()).toEqual([
    'OnCall/SendNewsletter/Alarms/Backlog',
    'OnCall/SendNewsletter/Alarms/BacklogCritical',
    'OnCall/SendNewsletter/Alarms/EventsLost',
    'OnCall/SendNewsletter/Alarms/LoopStopped',
    'OnCall/SendNewsletter/Alarms/SenderFailed OnCall.EachMonday',
    'OnCall/TakeOrder/Alarms/Backlog',
    'OnCall/TakeOrder/Alarms/BacklogCritical',
    'OnCall/TakeOrder/Alarms/DeliveryFailed',
    'OnCall/TakeOrder/Alarms/FailureQueueExpiring',
    'OnCall/TakeOrder/Alarms/FailureQueueNotEmpty',
    'OnCall/TakeOrder/Alarms/LoopStopped',
    'OnCall/TakeOrder/Alarms/SenderFailed OnCall.OrderPlaced',
    'OnCall/TakeOrder/Alarms/SenderQueue OnCall.OrderPlaced Expiring',
    'OnCall/TakeOrder/Alarms/SenderQueue OnCall.OrderPlaced NotEmpty',
  ]);
});

test('only what loses orders calls somebody', () => {
  const pager = Object.keys(resources(shop, 'AWS::SNS::Topic')).find(id => id.startsWith('Pager'));
  const called = Object.values(resources(shop, 'AWS::CloudWatch::Alarm')).filter(({ Properties }) => Properties.AlarmActions[0].Ref === pager);

  expect(called.map(({ Properties }) => Properties.AlarmName.split('/').at(-1).split(' ')[0]).sort()).toEqual([
    'BacklogCritical', 'BacklogCritical', 'DeliveryFailed', 'EventsLost', 'FailureQueueExpiring', 'LoopStopped', 'LoopStopped',
    'SenderFailed', 'SenderFailed', 'SenderQueue',
  ]);
});

test('the checks find what the alarm about lost events says', () => {
  expect(findings(readAssembly(app.synth().directory), CHECKS).map(({ id }) => id)).toEqual(['NoFailureDestination']);
});
