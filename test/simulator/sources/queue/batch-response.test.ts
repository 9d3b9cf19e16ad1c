import { reportedFailures } from '../../../../lib/simulator/sources/queue/batch-response';

const IDS = new Set(['a', 'b']);

test.each([
  ['null', []],
  ['{}', []],
  ['{"batchItemFailures":[]}', []],
  ['{"batchItemFailures":null}', []],
  ['{"batchItemFailures":[{"itemIdentifier":"b"}]}', ['b']],
])('takes %s for a response that reports %j', (response, failures) => {
  expect(reportedFailures(response, IDS)).toEqual(new Set(failures));
});

test.each([
  ['"ok"'], ['[]'], ['7'], ['{"other":1}'],
  ['{"batchItemFailures":"a"}'],
  ['{"batchItemFailures":[{"itemIdentifier":""}]}'],
  ['{"batchItemFailures":[{"itemIdentifier":null}]}'],
  ['{"batchItemFailures":[{"id":"a"}]}'],
  ['{"batchItemFailures":[null]}'],
  ['{"batchItemFailures":[{"itemIdentifier":"a"},{"itemIdentifier":"unknown"}]}'],
])('lets the whole batch fail for %s', response => {
  expect(reportedFailures(response, IDS)).toBeUndefined();
});
