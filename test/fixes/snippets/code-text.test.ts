import * as fc from 'fast-check';
import { codeText } from '../../../lib/fixes/snippets/code-text';

const none = () => undefined;

test.each<[unknown, string]>([
  ["it's \"x\"\n", "'it\\'s \"x\"\\n'"],
  [{ 'a': 1, 'b-c': [true, null] }, "{ a: 1, 'b-c': [true, null] }"],
  [[], '[]'],
  [{}, '{}'],
  [{ one: 'a rather long text that does not fit', two: 'into the line' }, "{\n  one: 'a rather long text that does not fit',\n  two: 'into the line',\n}"],
])('%j', (value, text) => {
  expect(codeText(value, none)).toBe(text);
});

test('replaces references', () => {
  expect(codeText({ a: { Ref: 'Fn' } }, value => 'Ref' in value ? 'fn.ref' : undefined)).toBe('{ a: fn.ref }');
});

test('what it writes is the same value as code', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), value => {
    expect(new Function(`return (${codeText(value, none)});`)()).toEqual(JSON.parse(JSON.stringify(value)));
  }), { seed: 1, numRuns: 500 });
});
