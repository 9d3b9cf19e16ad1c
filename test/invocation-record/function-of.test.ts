import { buildRecord, functionOf } from '../../lib/invocation-record';

const of = (functionArn: string) => functionOf(buildRecord({ requestContext: { functionArn } }));

test.each(['live', '7', '$LATEST', '$LATEST.PUBLISHED'])('reads the qualifier %s', qualifier => {
  expect(of(`arn:aws-cn:lambda:cn-north-1:123456789012:function:orders:${qualifier}`))
    .toStrictEqual({ partition: 'aws-cn', region: 'cn-north-1', account: '123456789012', name: 'orders', qualifier });
});

test('reads an ARN without a qualifier', () => {
  expect(of('arn:aws:lambda:us-east-1:123456789012:function:orders'))
    .toStrictEqual({ partition: 'aws', region: 'us-east-1', account: '123456789012', name: 'orders' });
});

test.each([
  '', 'orders', 'arn:aws:sqs:us-east-1:123456789012:orders', 'arn:aws:lambda:us-east-1:123456789012:layer:orders:1',
  'arn:aws:lambda:us-east-1:123456789012:function:', 'arn:aws:lambda:us-east-1:123456789012:function:orders:',
  'arn:aws:lambda:us-east-1:123456789012:function:orders:live:1', 'arn:aws:lambda::123456789012:function:orders',
])('"%s" is not the ARN of a function', arn => {
  expect(of(arn)).toBeUndefined();
});
