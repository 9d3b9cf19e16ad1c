import * as rules from '../../../../lib/constraints/aws-lambda/destination';
import { broken } from '../../../../lib/constraints/rule';
import { admitDestinations } from '../../../../lib/handler/lambda/config/admission';

const WHERE = 'us-east-1:123456789012';
const FUNCTION = { FunctionArn: `arn:aws:lambda:${WHERE}:function:orders:live` };

test.each([
  '', `arn:aws:sqs:${WHERE}:q`, `arn:aws:sns:${WHERE}:t`, `arn:aws:events:${WHERE}:event-bus/b`, `arn:aws:lambda:${WHERE}:function:other:live`,
  'arn:aws:sqs:us-east-1:210987654321:q', 'arn:aws:lambda:us-east-1:210987654321:function:orders',
])('%p is admitted on both sides', arn => {
  expect(() => admitDestinations({ OnSuccess: arn, OnFailure: arn }, FUNCTION)).not.toThrow();
});

test('a bucket is admitted for failures only', () => {
  expect(() => admitDestinations({ OnFailure: 'arn:aws:s3:::b' }, FUNCTION)).not.toThrow();
  expect(() => admitDestinations({ OnSuccess: 'arn:aws:s3:::b' }, FUNCTION)).toThrow(new Error(broken(rules.BUCKET_ON_SUCCESS, 'onSuccess', '"arn:aws:s3:::b"')));
});

test.each([
  [`arn:aws:sqs:${WHERE}:q.fifo`, rules.FIFO_QUEUE_DESTINATION],
  [`arn:aws:sns:${WHERE}:t.fifo`, rules.FIFO_TOPIC_DESTINATION],
  [`arn:aws:kinesis:${WHERE}:stream/s`, rules.UNSUPPORTED_DESTINATION],
  ['arn:aws:s3:::', rules.UNSUPPORTED_DESTINATION],
  [`arn:aws:lambda:${WHERE}:function:orders`, rules.SELF_DESTINATION],
  [`arn:aws:lambda:${WHERE}:function:orders:7`, rules.SELF_DESTINATION],
  ['arn:aws:sqs:eu-west-1:123456789012:q', rules.DESTINATION_IN_OTHER_REGION],
  ['arn:aws-cn:s3:::b', rules.DESTINATION_IN_OTHER_REGION],
])('%s is refused', (arn, rule) => {
  expect(() => admitDestinations({ OnFailure: arn }, FUNCTION)).toThrow(new Error(broken(rule, 'onFailure', JSON.stringify(arn))));
});

test('a function of the same name in another Region is another function, of the wrong Region', () => {
  const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';
  expect(() => admitDestinations({ OnFailure: arn }, FUNCTION)).toThrow(new Error(broken(rules.DESTINATION_IN_OTHER_REGION, 'onFailure', `"${arn}"`)));
});

test('the partition is that of the function', () => {
  const chinese = { FunctionArn: 'arn:aws-cn:lambda:cn-north-1:123456789012:function:orders' };
  const arn = 'arn:aws:s3:::b';
  expect(() => admitDestinations({ OnFailure: 'arn:aws-cn:s3:::b' }, chinese)).not.toThrow();
  expect(() => admitDestinations({ OnFailure: arn }, chinese)).toThrow(new Error(broken(rules.DESTINATION_IN_OTHER_REGION, 'onFailure', `"${arn}"`)));
});

test('a durable function has none at all', () => {
  const durable = { ...FUNCTION, DurableConfig: { ExecutionTimeout: 60 } };
  expect(() => admitDestinations({ OnSuccess: '' }, durable)).not.toThrow();
  expect(() => admitDestinations({ OnSuccess: `arn:aws:sqs:${WHERE}:q` }, durable)).toThrow(
    new Error(broken(rules.DURABLE_FUNCTION_DESTINATION, 'onSuccess', `"arn:aws:sqs:${WHERE}:q"`)));
});
