import type { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { adopted } from '../../examples/adopted-app/adopted';
import { Shop } from '../../examples/adopted-app/shop';
import { newApp } from '../aws/validated';
import { checkedApp } from '../checks/checked-apps';

test('the shop loses events in three ways', () => {
  expect(checkedApp(app => void new Shop(app, 'Shop')).map(({ id, path }) => `${id} ${path}`)).toEqual([
    'NoFailureDestination Shop/SendMail/EventInvokeConfig/Resource',
    'NoFailureDestination Shop/TakeOrder/Resource',
    'CallerWithoutDeadLetterQueue Shop/OrderPaid/Resource',
  ]);
});

test('the adopted shop loses none', () => {
  expect(checkedApp(app => void adopted(app))).toEqual([]);
});

test('the report says what was added and what was left', () => {
  expect(adopted(newApp()).map(({ functionPath, qualifier, outcome, detail }) => [outcome, functionPath, qualifier, detail])).toEqual([
    ['ADDED', 'Shop/TakeOrder', 'live', 'failures go to Shop/TakeOrder/AsyncFailureQueue'],
    ['ADDED', 'Shop/TakeOrder', undefined, 'undelivered events go to Shop/TakeOrder/AsyncUndeliveredQueue'],
    ['ADDED', 'Shop/SendMail', '$LATEST', 'failures go to Shop/SendMail/AsyncFailureQueue'],
    ['ADDED', 'Shop/SendMail', undefined, 'undelivered events go to Shop/SendMail/AsyncUndeliveredQueue'],
    ['LEFT', 'Shop/Invoice', '$LATEST', 'it has a failure destination: Shop/FailedInvoices'],
    ['ADDED', 'Shop/Invoice', undefined, 'undelivered events go to Shop/Invoice/AsyncUndeliveredQueue'],
    ...['TakeOrder', 'SendMail', 'Invoice'].map(id => ['ADDED', `Shop/${id}`, undefined, `alarms at Shop/${id}/AsyncInvokeAlarms`]),
  ]);
});

test('the functions, and whatever else is not about their events, stay as they are', () => {
  const template = (build: (app: App) => unknown) => {
    const app = newApp();
    build(app);
    return Template.fromStack(app.node.findChild('Shop') as Shop).toJSON().Resources;
  };
  const before = template(app => new Shop(app, 'Shop'));
  const after = template(adopted);
  const changed = Object.keys(before).filter(id => JSON.stringify(before[id]) !== JSON.stringify(after[id]));
  expect(changed.map(id => before[id].Type).sort()).toEqual(['AWS::Events::Rule', 'AWS::Events::Rule', 'AWS::Lambda::EventInvokeConfig', 'AWS::SNS::Subscription']);
});
