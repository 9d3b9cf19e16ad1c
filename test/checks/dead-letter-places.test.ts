import { arnOf, AT_DEPLOY, FN } from './small-templates';
import { deadLetterPlaces } from '../../lib/checks/dead-letter-places';
import { resource, resources } from '../topology/templates';

function places(judge: Parameters<typeof deadLetterPlaces>[1], declared: Record<string, unknown>) {
  return [...deadLetterPlaces(resources({ Queue: resource('SQS::Queue'), ...declared }), judge)]
    .map(({ origin, property, value }) => [origin.logicalId, property, value]);
}

const giving = (TargetArn: unknown) => resource('Lambda::Function', { DeadLetterConfig: { TargetArn } });

test('lists the dead-letter queues that break a rule by name, function by function', () => {
  expect(places(() => true, { A: giving(arnOf('Queue')), B: FN, C: giving('arn:aws:sns:eu-west-1:123456789012:dead') })).toEqual([
    ['A', 'DeadLetterConfig.TargetArn', 'S.Queue'],
    ['C', 'DeadLetterConfig.TargetArn', 'arn:aws:sns:eu-west-1:123456789012:dead'],
  ]);
});

test('shows the description of the rule instead of the name', () => {
  expect(places(({ kind }, { logicalId }) => `${kind} of ${logicalId}`, { A: giving(arnOf('Queue')) })).toEqual([
    ['A', 'DeadLetterConfig.TargetArn', 'queue of A'],
  ]);
});

test.each([false, undefined, ''])('a dead-letter queue does not break a rule that answers %p', judgement => {
  expect(places(() => judgement, { A: giving(arnOf('Queue')) })).toEqual([]);
});

test('a rule is not even asked about one that is unknown', () => {
  const asked: unknown[] = [];
  places(target => void asked.push(target), { A: giving(AT_DEPLOY) });

  expect(asked).toEqual([]);
});
