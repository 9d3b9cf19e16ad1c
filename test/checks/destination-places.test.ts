import { arnOf, AT_DEPLOY, FN, sending } from './small-templates';
import { CheckContext } from '../../lib/checks/check-context';
import { destinationPlaces, type Judgement } from '../../lib/checks/destination-places';
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
