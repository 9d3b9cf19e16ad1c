import * as fc from 'fast-check';
import { DESTINATION_ARN } from '../../../lib/constraints/aws-lambda/destination';
import { parseDestinationArn } from '../../../lib/constraints/aws-lambda/destination-arn';
import { violation } from '../../../lib/constraints/violation';

const WHERE = 'us-east-1:123456789012';

test.each([
  [`arn:aws:sqs:${WHERE}:q`, 'queue', 'q'],
  [`arn:aws:sns:${WHERE}:t`, 'topic', 't'],
  [`arn:aws:events:${WHERE}:event-bus/default`, 'bus', 'event-bus/default'],
  [`arn:aws:events:${WHERE}:event-bus/aws.partner/example.com/1`, 'bus', 'event-bus/aws.partner/example.com/1'],
  [`arn:aws:lambda:${WHERE}:function:f`, 'function', 'function:f'],
  [`arn:aws:lambda:${WHERE}:function:f:live`, 'function', 'function:f:live'],
  [`arn:aws:lambda:${WHERE}:function:f:$LATEST`, 'function', 'function:f:$LATEST'],
])('%s is a %s', (arn, kind, resource) => {
  expect(parseDestinationArn(arn)).toEqual({
    partition: 'aws', service: arn.split(':')[2], region: 'us-east-1', account: '123456789012', resource, kind, fifo: false,
  });
});

test('a bucket has neither Region nor account', () => {
  expect(parseDestinationArn('arn:aws-cn:s3:::b')).toEqual({
    partition: 'aws-cn', service: 's3', region: '', account: '', resource: 'b', kind: 'bucket', fifo: false,
  });
});

test.each([
  [`arn:aws:sqs:${WHERE}:q.fifo`, true],
  [`arn:aws:sns:${WHERE}:t.fifo`, true],
  [`arn:aws:sqs:${WHERE}:fifo`, false],
  [`arn:aws:sqs:${WHERE}:q.fifo.not`, false],
  ['arn:aws:s3:::b.fifo', false],
  [`arn:aws:events:${WHERE}:event-bus/b.fifo`, false],
])('%s is FIFO: %p', (arn, fifo) => {
  expect(parseDestinationArn(arn)).toMatchObject({ kind: expect.any(String), fifo });
});

test.each([
  'arn:aws:s3:::',
  'arn:aws:s3:::b/records/*',
  `arn:aws:s3:${WHERE}:accesspoint/a`,
  `arn:aws:sqs:${WHERE}:q/x`,
  `arn:aws:kinesis:${WHERE}:stream/s`,
  `arn:aws:states:${WHERE}:stateMachine:s`,
  'arn:aws:iam::123456789012:role/r',
  `arn:aws:sns:${WHERE}:t:5be8f5b4-0000-0000-0000-000000000000`,
  `arn:aws:sns:${WHERE}:t:5be8f5b4-0000-0000-0000-000000000000.fifo`,
  `arn:aws:events:${WHERE}:rule/r`,
  `arn:aws:events:${WHERE}:rule/r\nevent-bus/b`,
  `arn:aws:events:${WHERE}:event-bus/`,
  `arn:aws:lambda:${WHERE}:function`,
  `arn:aws:lambda:${WHERE}:function:f:1:2`,
  `arn:aws:lambda:${WHERE}:layer:l`,
  `arn:aws:constructor:${WHERE}:q`,
  `arn:aws:__proto__:${WHERE}:q`,
])('%s is nothing that Lambda delivers to', arn => {
  expect(parseDestinationArn(arn)).toMatchObject({ kind: undefined, fifo: false });
});

test.each(['', 'q', 'arn:aws:sqs', 'kafka://topic', `https://sqs.${WHERE}/q`, ' arn:aws:sqs:r:a:q'])('%p is no ARN', text => {
  expect(parseDestinationArn(text)).toBeUndefined();
});

test('whatever the service takes for a destination ARN comes apart into its parts', () => {
  const part = fc.stringMatching(/^[a-zA-Z0-9-_]{1,40}$/);
  const region = fc.constantFrom('', 'us-east-1', 'us-gov-west-1', 'us-isob-east-1', 'eusc-de-east-1');
  const account = fc.constantFrom('', '123456789012');

  fc.assert(fc.property(fc.constantFrom('aws', 'aws-cn', 'aws-iso-b'), fc.constantFrom('sqs', 'sns', 'kinesis'), region, account, part, (...parts) => {
    const arn = ['arn', ...parts].join(':');

    expect(violation(DESTINATION_ARN, arn)).toBeUndefined();
    expect(Object.values(parseDestinationArn(arn)!).slice(0, 5)).toEqual(parts);
  }));
});

test('no text at all makes it throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string().map(text => `arn:aws:sqs:${text}`)), text => {
    expect(() => parseDestinationArn(text)).not.toThrow();
  }));
});

test.each(['arn:'.repeat(250_000), `arn:aws:lambda:::function:${'f:'.repeat(500_000)}`, `arn:aws:events:::${'event-bus/'.repeat(100_000)}\n`])('a long text is answered', text => {
  expect(parseDestinationArn(text)?.kind).toBeUndefined();
});
