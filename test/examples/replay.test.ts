import { Template } from 'aws-cdk-lib/assertions';
import { ReplayedOrders } from '../../examples/replay/replayed-orders';
import { newApp } from '../aws/validated';
import { checkedApp } from '../checks/checked-apps';

const stack = new ReplayedOrders(newApp(), 'ReplayedOrders');
const template = Template.fromStack(stack);

/** The actions of the policies whose ids begin with a text. */
function actions(prefix: string): string[] {
  return Object.entries(template.findResources('AWS::IAM::Policy'))
    .filter(([id]) => id.startsWith(prefix))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action) as string[]);
}

test('has no findings', () => {
  expect(checkedApp(app => new ReplayedOrders(app, 'ReplayedOrders'))).toEqual([]);
});

test('people on call replay, others only plan', () => {
  expect(actions('OnCall')).toEqual(expect.arrayContaining(['states:StartExecution', 'states:UpdateMapRun', 'dynamodb:UpdateItem']));
  expect(actions('Support')).toContain('states:StartExecution');
  expect(actions('Support').filter(action => /Update|Stop|Put|Delete/.test(action))).toEqual([]);
});

test('the worker for plans neither sends nor deletes', () => {
  const planner = actions('OrdersAliasReplayPlanner');

  expect(planner).toContain('sqs:ReceiveMessage');
  expect(planner.filter(action => /InvokeFunction|Delete/.test(action))).toEqual([]);
});

test('the alarms of the replay wake somebody up', () => {
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm', { Properties: { Namespace: 'CdkAsyncInvoke/Replay' } }))
    .map(({ Properties }) => [Properties.MetricName, Properties.AlarmActions]);

  expect(alarms).toEqual(['Stopped', 'InDoubt'].map(name => [name, [{ Ref: expect.stringMatching(/^Pager/) }]]));
});
