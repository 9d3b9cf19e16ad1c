import { clipped, elementsOf, h, harmless, marked, textOf } from '../../../../lib/report/page/view/element';

test.each([
  ['</script>', '</script>'],
  ['\u202egnp.exe', '\\u202egnp.exe'],
  ['a\u0000b\u200bc\ufeff', 'a\\u0000b\\u200bc\\ufeff'],
  ['line\nbreak\tüß 日本 😀', 'line\nbreak\tüß 日本 😀'],
])('nothing invisible is left in %j', (text, shown) => {
  expect(harmless(text)).toBe(shown);
  expect(textOf(h('p', {}, text))).toBe(shown);
});

test.each([['abc', 3, 'abc'], ['abcd', 3, '…cd'], ['x'.repeat(10_000), 10, '…xxxxxxxxx']])('a text that is too long keeps its end', (text, length, shown) => {
  expect(clipped(text, length)).toBe(shown);
});

test('parts between backticks are code', () => {
  expect(elementsOf(marked('set `onFailure` or `x`'), 'code').map(textOf)).toEqual(['onFailure', 'x']);
  expect(textOf(marked('set `onFailure` now'))).toBe('set onFailure now');
});
