import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AsyncDestination } from '../../../lib';
import { BucketDestination } from '../../../lib/aws/destinations/bucket-destination';
import { BusDestination } from '../../../lib/aws/destinations/bus-destination';
import { FunctionDestination } from '../../../lib/aws/destinations/function-destination';
import { NoDestination } from '../../../lib/aws/destinations/no-destination';
import { QueueDestination } from '../../../lib/aws/destinations/queue-destination';
import { ResponseDestination } from '../../../lib/aws/destinations/response-destination';
import { TopicDestination } from '../../../lib/aws/destinations/topic-destination';
import { agnosticStack, fn } from '../fixture';

test('has a factory for each kind of destination', () => {
  const stack = agnosticStack();
  const made = fn(stack);

  expect(AsyncDestination.queue(new sqs.Queue(stack, 'Queue'))).toBeInstanceOf(QueueDestination);
  expect(AsyncDestination.topic(new sns.Topic(stack, 'Topic'))).toBeInstanceOf(TopicDestination);
  expect(AsyncDestination.bus()).toBeInstanceOf(BusDestination);
  expect(AsyncDestination.bucket(new s3.Bucket(stack, 'Bucket'))).toBeInstanceOf(BucketDestination);
  expect(AsyncDestination.function(made)).toBeInstanceOf(FunctionDestination);
  expect(AsyncDestination.function(made, { responseOnly: false })).toBeInstanceOf(FunctionDestination);
  expect(AsyncDestination.function(made, { responseOnly: true })).toBeInstanceOf(ResponseDestination);
  expect(AsyncDestination.none()).toBeInstanceOf(NoDestination);
});
