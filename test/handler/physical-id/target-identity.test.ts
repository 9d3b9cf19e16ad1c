import { targetIdentity } from '../../../lib/handler/physical-id/target-identity';

const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:orders';

test.each([
  [ARN, '$LATEST', '123456789012/us-east-1/orders:$LATEST'],
  [`${ARN}:$LATEST`, '$LATEST', '123456789012/us-east-1/orders:$LATEST'],
  [`${ARN}:live`, 'live', '123456789012/us-east-1/orders:live'],
  [ARN, '7', '123456789012/us-east-1/orders:7'],
  ['arn:aws-cn:lambda:cn-north-1:123456789012:function:orders', 'live', '123456789012/cn-north-1/orders:live'],
])('%s and %s are %s', (arn, qualifier, identity) => {
  expect(targetIdentity(arn, qualifier)).toBe(identity);
});
