import { planned } from './events';
import { PlanSums } from '../../../lib/replay/plan/plan-summary';

const FACTS = { plan: 'p', now: 0, complete: true, warnings: [] };

test('counts events by each of their properties', () => {
  const sums = new PlanSums();
  sums.add({ event: planned('one') });
  sums.add({ event: planned('two', '2026-11-01T00:00:00.000Z', { responsePayload: { errorType: 'TypeError' }, responseContext: { statusCode: 200, executedVersion: '7' } }) });
  sums.add({ left: { source: 'queue', why: 'noPayload', id: 'three' } });
  sums.add({ read: 10, notSelected: 7 });

  expect(sums.summary(FACTS)).toEqual({
    plan: 'p',
    time: '1970-01-01T00:00:00.000Z',
    read: 10,
    selected: 2,
    complete: true,
    groups: {
      byFunction: { orders: 2 },
      byQualifier: { 'orders:live': 2 },
      byCondition: { RetriesExhausted: 2 },
      byErrorType: { Error: 1, TypeError: 1 },
      byExecutedVersion: { $LATEST: 1, 7: 1 },
      byAge: { 'below 1 h': 1, '14 d and more': 1 },
      byAdvice: { 'after-repair': 2 },
    },
    left: { noPayload: 1, notSelected: 7 },
    samples: [
      { source: 'queue', id: 'one', function: 'orders:live', condition: 'RetriesExhausted', errorType: 'Error', executedVersion: '$LATEST', time: '2026-11-30T23:30:00.000Z', bytes: 2 },
      { source: 'queue', id: 'two', function: 'orders:live', condition: 'RetriesExhausted', errorType: 'TypeError', executedVersion: '7', time: '2026-11-01T00:00:00.000Z', bytes: 2 },
    ],
    estimate: { seconds: 1, dollars: 0 },
    bySource: { queue: 2 },
    warnings: [],
  });
});

test('shows three examples of one function', () => {
  const sums = new PlanSums();
  ['a', 'b', 'c', 'd'].forEach(id => sums.add({ event: planned(id) }));
  sums.add({ event: planned('e', undefined, { requestContext: { functionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:mail:live' } }) });

  expect(sums.summary(FACTS).samples.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'e']);
});

test('sums up the values beyond the largest ones', () => {
  const sums = new PlanSums();
  ['A', 'B', 'B', 'C', 'C', 'C'].forEach((errorType, id) => sums.add({ event: planned(`${id}`, undefined, { responsePayload: { errorType } }) }));

  expect(sums.summary({ ...FACTS, mostValues: 1 }).groups.byErrorType).toEqual({ 'C': 3, '(others)': 3 });
});
