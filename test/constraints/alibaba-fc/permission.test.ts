import { parseDestinationArn } from '../../../lib/constraints/alibaba-fc/destination-arn';
import { CONFIG_ACTIONS, deliveryPolicy, functionResources, TRUST_POLICY } from '../../../lib/constraints/alibaba-fc/permission';

const PLACE = { region: 'cn-hangzhou', account: '1' };

test('delivery needs one action on exactly the destination', () => {
  const arns = [
    'acs:fc:cn-shanghai:2:functions/archive', 'acs:fc:cn-shanghai::functions/archive', 'acs:mns:cn-hangzhou:1:/queues/failed/messages', 'acs:mns:cn-hangzhou::/topics/news/messages',
    'acs:eventbridge:cn-hangzhou:1:eventbus/default', 'acs:mq:cn-hangzhou:1:/instances/MQ_INST_1/topic/t',
  ];

  expect(deliveryPolicy(arns.map(arn => parseDestinationArn(arn)!), PLACE)).toEqual({
    Version: '1',
    Statement: [
      { Effect: 'Allow', Action: ['fc:InvokeFunction'], Resource: ['acs:fc:cn-shanghai:2:functions/archive', 'acs:fc:cn-shanghai:2:functions/archive/*'] },
      { Effect: 'Allow', Action: ['fc:InvokeFunction'], Resource: ['acs:fc:cn-shanghai:1:functions/archive', 'acs:fc:cn-shanghai:1:functions/archive/*'] },
      { Effect: 'Allow', Action: ['mns:SendMessage'], Resource: ['acs:mns:cn-hangzhou:1:/queues/failed/messages'] },
      { Effect: 'Allow', Action: ['mns:PublishMessage'], Resource: ['acs:mns:cn-hangzhou:1:/topics/news/messages'] },
      { Effect: 'Allow', Action: ['eventbridge:PutEvents'], Resource: ['acs:eventbridge:cn-hangzhou:1:eventbus/default'] },
      { Effect: 'Allow', Action: ['mq:PUB'], Resource: ['acs:mq:*:*:MQ_INST_1%t'] },
    ],
  });
});

test('permissions name a function and its qualifiers', () => {
  expect(functionResources(PLACE, 'orders')).toEqual(['acs:fc:cn-hangzhou:1:functions/orders', 'acs:fc:cn-hangzhou:1:functions/orders/*']);
});

test('the actions are not called like the operations', () => {
  expect(Object.values(CONFIG_ACTIONS))
    .toEqual(['fc:PutFunctionAsyncInvokeConfig', 'fc:GetFunctionAsyncInvokeConfig', 'fc:DeleteFunctionAsyncInvokeConfig']);
});

test('Function Compute takes on the role of a function', () => {
  expect(TRUST_POLICY).toEqual({
    Version: '1',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: ['fc.aliyuncs.com'] } }],
  });
});
