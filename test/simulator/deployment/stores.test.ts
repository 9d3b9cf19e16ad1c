import { deployed } from '../../../lib/simulator/deployment/deployed-app';
import { readTemplates } from '../../../lib/topology';
import { arn, lambda, resource } from '../shop';

const PLACE = ':us-east-1:123456789012:';

/** The destinations that the app does not declare. */
function foreign(settings: object, orders: object = {}): object[] {
  const { stores } = deployed(readTemplates([{
    name: 'Shop',
    template: {
      Resources: {
        Orders: lambda(orders),
        Queue: resource('SQS::Queue', {}),
        Config: resource('Lambda::EventInvokeConfig', { FunctionName: { Ref: 'Orders' }, Qualifier: '$LATEST', DestinationConfig: settings }),
      },
    },
  }]), {}, 0);
  return [...stores].filter(({ key }) => key === undefined);
}

const side = (Destination: unknown) => ({ Destination });

test.each<[string, string, object]>([
  ['a queue', `arn:aws:sqs${PLACE}theirs`, { kind: 'queue', name: 'theirs', fifo: false, region: 'us-east-1', account: '123456789012' }],
  ['a FIFO queue', `arn:aws:sqs${PLACE}theirs.fifo`, { kind: 'queue', name: 'theirs.fifo', fifo: true }],
  ['a bus', `arn:aws:events${PLACE}event-bus/theirs`, { kind: 'bus', name: 'theirs' }],
  ['a function', `arn:aws:lambda${PLACE}function:theirs:live`, { kind: 'function', name: 'theirs:live' }],
  ['a bucket', 'arn:aws:s3:::theirs', { kind: 'bucket', name: 'theirs', region: '', account: '' }],
])('%s of another app is a store, on either side', (_, destination, store) => {
  for (const name of ['OnSuccess', 'OnFailure']) {
    expect(foreign({ [name]: side(destination) })).toMatchObject([{ arn: destination, ...store }]);
  }
});

test('a dead-letter queue of another app is a store, too', () => {
  expect(foreign({}, { DeadLetterConfig: { TargetArn: `arn:aws:sqs${PLACE}dead` } })).toMatchObject([{ kind: 'queue', name: 'dead' }]);
});

test('a destination that is named twice is one store', () => {
  const theirs = side(`arn:aws:sqs${PLACE}theirs`);
  expect(foreign({ OnSuccess: theirs, OnFailure: theirs }, { DeadLetterConfig: { TargetArn: theirs.Destination } })).toHaveLength(1);
});

test.each<[string, unknown]>([
  ['a queue of the app', arn('Queue')],
  ['a queue of the app by its name', `arn:aws:sqs${PLACE}Shop-Queue`],
  ['a function of the app', arn('Orders')],
  ['an alias of the app', { 'Fn::Join': [':', [arn('Orders'), 'live']] }],
  ['a service to which Lambda does not deliver', `arn:aws:kinesis${PLACE}stream/s`],
  ['an ARN that only the deployment knows', { 'Fn::Base64': '' }],
])('%s is not a store of another app', (_, destination) => {
  expect(foreign({ OnFailure: side(destination) })).toEqual([]);
});
