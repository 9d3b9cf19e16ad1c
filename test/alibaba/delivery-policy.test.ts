import { concreteRosStack, HERE } from './fixture';
import { alibaba } from '../../lib';
import { deliveryPolicyOf } from '../../lib/alibaba/delivery-policy';

const onSuccess = alibaba.Destination.topic('done');
const onFailure = alibaba.Destination.queue('failed');
const DONE = { Effect: 'Allow', Action: ['mns:PublishMessage'], Resource: ['acs:mns:cn-hangzhou:1234567890123456:/topics/done/messages'] };
const FAILED = { Effect: 'Allow', Action: ['mns:SendMessage'], Resource: ['acs:mns:cn-hangzhou:1234567890123456:/queues/failed/messages'] };

test.each([
  ['a success', { onSuccess }, [DONE]],
  ['a failure', { onFailure }, [FAILED]],
  ['both', { onFailure, onSuccess }, [DONE, FAILED]],
])('the role may deliver %s', (_, options, Statement) => {
  expect(deliveryPolicyOf(options, HERE)).toEqual({ Version: '1', Statement });
});

test('needs no permission without destinations', () => {
  expect(deliveryPolicyOf({ retryAttempts: 1 }, HERE)).toBeUndefined();
});

test('covers both destinations of a config', () => {
  const config = new alibaba.AsyncInvokeConfig(concreteRosStack(), 'Config', { functionName: 'orders', onFailure, onSuccess });

  expect(config.deliveryPolicyDocument).toEqual({ Version: '1', Statement: [DONE, FAILED] });
});
