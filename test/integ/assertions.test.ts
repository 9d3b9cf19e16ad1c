import { failedAssertions } from '../../integ/runner/assertions';

const SUCCESS = JSON.stringify({ status: 'success' });

test('assertions that succeed are no problem', () => {
  expect(failedAssertions({ AssertionResultsA: SUCCESS, AssertionResultsB: SUCCESS })).toBeUndefined();
});

test('each assertion that fails is told', () => {
  const failed = (message: string) => JSON.stringify({ status: 'fail', message });

  expect(failedAssertions({ AssertionResultsA: failed('one'), AssertionResultsB: SUCCESS, AssertionResultsC: failed('two') })).toBe('one; two');
});

test('a message of several lines is read as CloudFormation returns it', () => {
  expect(failedAssertions({ AssertionResultsA: '{"status":"fail","message":"expected 1\nreceived 2"}' })).toBe('expected 1\nreceived 2');
});

test.each([[undefined], [{}], [{ Other: SUCCESS }]])('a stack without results fails: %p', outputs => {
  expect(failedAssertions(outputs)).toBe('has no results of assertions');
});
