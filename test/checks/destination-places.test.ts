import { arnOf, AT_DEPLOY, FN, sending } from './small-templates';
import { CheckContext } from '../../lib/checks/check-context';
import { destinationPlaces, refusedPlaces, type Judgement } from '../../lib/checks/destination-places';
import { BUCKET_ON_SUCCESS, FIFO_TOPIC_DESTINATION } from '../../lib/constraints/aws-lambda/destination';
import { resource, resources } from '../topology/templates';

const DECLARED = { Fn: FN, Queue: resource('SQS::Queue'), Topic: resource('SNS::Topic') };

function places(judge: Judgement, declared: Record<string, unknown>) {
  return destinationPlaces(new CheckContext(resources({ ...DECLARED, ...declared })), judge)
    .map(({ origin, property, value }) => [origin.logicalId, property, value]);
}

test('lists the destinations that break a rule by name, config by config, failures first', () => {
  expect(places(() => true, { A: sending(arnOf('Queue'), { Ref: 'Topic' }), B: sending({ Ref: 'Topic' }) })).toEqual([
    ['A', 'DestinationConfig.OnFailure.Destination', 'S.Queue'],
    ['A', 'DestinationConfig.OnSuccess.Destination', 'S.Topic'],
    ['B', 'DestinationConfig.OnFailure.Destination', 'S.Topic'],
  ]);
});

test('shows the description of the rule instead of the name', () => {
  expect(places((_, { logicalId }, side) => `${side} of ${logicalId}`, { A: sending(arnOf('Queue')) })).toEqual([
    ['A', 'DestinationConfig.OnFailure.Destination', 'onFailure of A'],
  ]);
});

test.each([false, undefined, ''])('a destination does not break a rule that answers %p', judgement => {
  expect(places(() => judgement, { A: sending(arnOf('Queue'), { Ref: 'Topic' }) })).toEqual([]);
});

test('a rule is not even asked about a destination that is unknown, and of those that are missing', () => {
  const asked: unknown[] = [];
  places(target => void asked.push(target), { A: sending(AT_DEPLOY, AT_DEPLOY), B: sending('') });

  expect(asked).toEqual([]);
});

describe('the destinations that Lambda refuses for a rule', () => {
  const context = new CheckContext(resources({ ...DECLARED, Bucket: resource('S3::Bucket'), A: sending(arnOf('Bucket'), arnOf('Bucket')) }));
  const shown = (...args: [typeof BUCKET_ON_SUCCESS, Judgement?]) => refusedPlaces(context, ...args).map(({ property, value }) => [property, value]);

  test('are listed by name', () => {
    expect(shown(BUCKET_ON_SUCCESS)).toEqual([['DestinationConfig.OnSuccess.Destination', 'S.Bucket']]);
    expect(shown(FIFO_TOPIC_DESTINATION)).toEqual([]);
  });

  test('may have a description', () => {
    expect(shown(BUCKET_ON_SUCCESS, (_, { logicalId }, side) => `${side} of ${logicalId}`))
      .toEqual([['DestinationConfig.OnSuccess.Destination', 'onSuccess of A']]);
  });
});
