import { literal } from '../../../lib/topology/values/value';
import { invocation } from '../custom-templates';
import { resource, resources } from '../templates';

const callsOf = (properties: object) => resources({ Fn: resource('Lambda::Function'), Call: invocation(properties) }).invocations;

test.each(['Event', 'InvokeAsync'])('%s is an asynchronous invocation of the named qualifier', InvocationType => {
  expect(callsOf({ InvocationType, Qualifier: 'live' })).toMatchObject([{
    kind: 'deploy-time-invocation', origin: { logicalId: 'Call' }, property: 'FunctionName', to: { resource: 'S.Fn', qualifier: literal('live'), qualified: true },
  }]);
});

test('invokes $LATEST without a qualifier', () => {
  expect(callsOf({})).toMatchObject([{ to: { key: 'S.Fn:$LATEST', qualified: false } }]);
});

test.each<[string, object]>([
  ['a call that waits for the answer', { InvocationType: 'RequestResponse' }],
  ['a call that is only tried', { InvocationType: 'DryRun' }],
  ['a call whose type only the deployment knows', { InvocationType: { 'Fn::Base64': '' } }],
  ['a call of which no payload is told', { InvocationType: 'Event', Payloads: {} }],
])('ignores %s', (_, properties) => {
  expect(callsOf(properties)).toEqual([]);
});
