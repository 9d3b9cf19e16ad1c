import { functionName, nameOf, qualifierOf, settingOf } from '../../lib/explanation/names';
import { literal } from '../../lib/topology';
import { arnOf, AT_DEPLOY, targetOf } from '../checks/small-templates';
import { resource, resources } from '../topology/templates';

const at = (path: string) => ({ Metadata: { 'aws:cdk:path': path } });
const DECLARED = {
  Orders: resource('Lambda::Function', {}, at('S/Orders/Resource')),
  Version: resource('Lambda::Version', { FunctionName: { Ref: 'Orders' } }, at('S/Orders/CurrentVersion/Resource')),
  Custom: { Type: 'Custom::Thing', Properties: {}, ...at('S/Orders/Trial/Resource/Default') },
  Default: { Type: 'Custom::Thing', Properties: {}, ...at('S/Orders/Default') },
  Queue: resource('SQS::Queue'),
  Stream: resource('Kinesis::Stream', {}, at('S/Stream/Resource')),
};
const APP = resources(DECLARED);

describe('a target is called', () => {
  test.each<[string, unknown, string]>([
    ['by its kind and key', arnOf('Queue'), 'queue S.Queue'],
    ['by its kind and name where the app does not declare it', 'arn:aws:sns:eu-west-1:123456789012:alarms', 'topic alarms'],
    ['by its name as a bus', 'arn:aws:events:eu-west-1:123456789012:event-bus/default', 'bus default'],
    ['by its path as a function', arnOf('Orders'), 'S/Orders'],
    ['by its name as a function of another app', 'arn:aws:lambda:eu-west-1:123456789012:function:invoices', 'invoices'],
    ['with its qualifier', { 'Fn::Sub': '${Orders.Arn}:live' }, 'S/Orders:live'],
    ['with the version that gets its number at deploy', { Ref: 'Version' }, 'S/Orders:S/Orders/CurrentVersion'],
    ['by its ARN where it is of no kind', 'arn:aws:kinesis:eu-west-1:123456789012:stream/s', 'arn:aws:kinesis:eu-west-1:123456789012:stream/s'],
    ['unknown, with the reason', AT_DEPLOY, 'unknown, because `Fn::Base64` is known at deploy time only'],
  ])('%s', (_, arn, name) => {
    expect(nameOf(APP, targetOf(arn, DECLARED))).toBe(name);
  });
});

test('returns one name for all qualifiers of a function', () => {
  expect([...APP.qualifiedFunctions.values()].map(fn => [functionName(APP, fn), qualifierOf(APP, fn.target.qualifier)])).toEqual([
    ['S/Orders', '$LATEST'],
    ['S/Orders', 'S/Orders/CurrentVersion'],
  ]);
});

test('returns the value of a setting, or the reason why it is unknown', () => {
  expect(settingOf(literal(0))).toBe(0);
  expect(settingOf(literal(false))).toBe(false);
  expect(settingOf({ kind: 'unknown', reason: 'tested' })).toEqual({ unknown: 'tested' });
});
