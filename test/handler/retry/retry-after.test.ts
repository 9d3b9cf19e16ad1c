import { retryAfter } from '../../../lib/handler/retry/retry-after';

const NOW = Date.UTC(2026, 0, 1);

function after(text?: string): number | undefined {
  return retryAfter({ $response: { headers: text === undefined ? {} : { 'retry-after': text } } }, NOW);
}

test.each([
  ['0', 0],
  ['7', 7000],
  ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
])('%s', (text, milliseconds) => {
  expect(after(text)).toBe(milliseconds);
});

test.each([undefined, '', 'soon', '-1 second'])('%p says nothing', text => {
  expect(after(text)).toBeUndefined();
});

test('an error without an answer says nothing', () => {
  expect(retryAfter({}, NOW)).toBeUndefined();
});
