import * as fc from 'fast-check';
import { destinationArn, destinationHint, parseDestinationArn, type DestinationArn } from '../../../lib/constraints/alibaba-fc/destination-arn';

const PLACE = { region: 'cn-hangzhou', account: '1234567890123456' };

describe('an ARN is taken apart', () => {
  test.each<[string, DestinationArn]>([
    ['acs:fc:cn-hangzhou:1234567890123456:functions/archive', { ...PLACE, kind: 'function', name: 'archive', qualifier: undefined }],
    ['acs:fc:cn-hangzhou:1234567890123456:functions/archive/prod', { ...PLACE, kind: 'function', name: 'archive', qualifier: 'prod' }],
    ['acs:fc:cn-huhehaote::functions/x', { region: 'cn-huhehaote', account: '', kind: 'function', name: 'x', qualifier: undefined }],
    ['acs:mns:cn-hangzhou:1234567890123456:/queues/failed/messages', { ...PLACE, kind: 'queue', name: 'failed' }],
    ['acs:mns:cn-hangzhou:1234567890123456:/topics/news/messages', { ...PLACE, kind: 'topic', name: 'news' }],
    ['acs:eventbridge:cn-hangzhou:1234567890123456:eventbus/default', { ...PLACE, kind: 'bus', name: 'default' }],
    ['acs:mq:cn-hangzhou:1234567890123456:/instances/MQ_INST_1/topic/t', { ...PLACE, kind: 'rocketmq', instance: 'MQ_INST_1', name: 't' }],
  ])('%s', (arn, parts) => {
    expect(parseDestinationArn(arn)).toEqual(parts);
  });
});

describe('an ARN without a kind is not a destination', () => {
  test.each([
    '', 'archive', 'acs:fc:cn-hangzhou:1234567890123456:function/archive', 'acs:fc:cn-hangzhou:1234567890123456:functions/1st',
    'acs:fc:cn-hangzhou:1234567890123456:functions/archive/', 'acs:fc:cn-hangzhou:1234567890123456:functions/a/b/c',
    'acs:fc::1234567890123456:functions/archive', 'acs:fc:cn-hangzhou:ops:functions/archive', ' acs:fc:cn-hangzhou::functions/archive',
    'acs:fc:cn-hangzhou::functions/archive\n', 'acs:mns:cn-hangzhou:1:/queues/failed', 'acs:mns:cn-hangzhou:1:queues/failed/messages',
    'acs:mns:cn-hangzhou:1:/queues//messages', 'acs:oss:cn-hangzhou:1:bucket', 'acs:eventbridge:cn-hangzhou:1:eventbus/',
    'acs:mq:cn-hangzhou:1:/instances//topic/t', 'arn:aws:sqs:us-east-1:123456789012:failed',
  ])('%p', arn => {
    expect(parseDestinationArn(arn)).toBeUndefined();
  });
});

test('what is written can be read', () => {
  const kind = fc.constantFrom('function', 'queue', 'topic');
  const region = fc.constantFrom('cn-hangzhou', 'ap-southeast-1', 'eu-central-1');
  const account = fc.stringMatching(/^\d{16}$/);
  const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,40}$/);

  fc.assert(fc.property(fc.record({ kind, region, account, name }), destination => {
    expect(parseDestinationArn(destinationArn(destination.kind, destination, destination.name))).toMatchObject(destination);
  }));
});

describe('a hint names a common mistake', () => {
  test.each([
    ['arn:aws:sqs:us-east-1:123456789012:failed', ' It is an ARN of AWS.'],
    ['acs:mns:cn-hangzhou:1:/queues/failed', ' The ARN of a queue or topic must end in "/messages".'],
    ['acs:mns:cn-hangzhou:1:topics/news', ' The ARN of a queue or topic must end in "/messages".'],
    ['acs:mns:cn-hangzhou:1:queues/failed/messages', ' Write a slash before "queues" and "topics".'],
    ['acs:fc:cn-hangzhou:1:services/s.LATEST/functions/f', ' It is a function of Function Compute 2.0.'],
    ['acs:mns:${Token[AWS.Region.4]}:1:/queues/failed/messages', ' Function Compute cannot resolve values of CloudFormation: write the text itself.'],
    ['arn:${AWS::Partition}:sqs', ' Function Compute cannot resolve values of CloudFormation: write the text itself.'],
    ['acs:oss:cn-hangzhou:1:bucket', ''],
  ])('%s', (arn, hint) => {
    expect(destinationHint(arn)).toBe(hint);
  });
});
