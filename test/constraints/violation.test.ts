import * as fc from 'fast-check';
import type { CountConstraint, NumberConstraint, SizeConstraint, TextConstraint } from '../../lib/constraints/constraint';
import { byteLength, quoted, statement, violation } from '../../lib/constraints/violation';

const DOCUMENTED = { property: 'thing', parameter: 'Thing', source: 'AWS' };
const RETRIES: NumberConstraint = { ...DOCUMENTED, kind: 'number', min: 0, max: 2, integer: true };
const WEIGHT: NumberConstraint = { ...DOCUMENTED, kind: 'number', min: 0, max: 1, integer: false };
const NAME: TextConstraint = { ...DOCUMENTED, kind: 'text', min: 2, max: 4, pattern: 'a+|b+', grammar: 'only a or only b' };
const BODY: SizeConstraint = { ...DOCUMENTED, kind: 'size', max: 8, unit: 'bytes' };
const VERSIONS: CountConstraint = { ...DOCUMENTED, kind: 'count', max: 1, unit: 'version' };

describe('a number', () => {
  test.each([0, 1, 2])('%p is an integer between 0 and 2', value => {
    expect(violation(RETRIES, value)).toBeUndefined();
  });

  test.each([
    [-1, '-1'], [3, '3'], [1.5, '1.5'], [NaN, 'NaN'], [Infinity, 'Infinity'], ['1', '"1"'], [null, 'null'], [undefined, 'undefined'],
    [1n, '1'], [true, 'true'], [[1], 'a list'], [{ secret: 1 }, 'an object'], [() => 'secret', 'a function'],
  ])('%p is not', (value, got) => {
    expect(violation(RETRIES, value)).toBe(`\`thing\` must be an integer between 0 and 2, got: ${got}`);
  });

  test('may be a fraction when the service takes fractions', () => {
    expect(violation(WEIGHT, 0.5)).toBeUndefined();
    expect(violation(WEIGHT, 1.01)).toBe('`thing` must be a number between 0 and 1, got: 1.01');
  });

  test('is called what the caller calls it', () => {
    expect(violation(RETRIES, 3, 'props.retries')).toBe('`props.retries` must be an integer between 0 and 2, got: 3');
  });

  test('comes with its unit', () => {
    expect(statement({ ...RETRIES, unit: 'seconds' })).toBe('be an integer between 0 and 2 seconds');
  });

  test('without documented maximum has a minimum only', () => {
    expect(statement({ ...RETRIES, max: Number.MAX_SAFE_INTEGER })).toBe('be an integer of at least 0');
  });
});

describe('a text', () => {
  test.each(['aa', 'aaaa', 'bbb'])('%p follows the grammar', value => {
    expect(violation(NAME, value)).toBeUndefined();
  });

  test.each([
    ['a', '"a"'], ['ab', '"ab"'], ['aab', '"aab"'], ['abb', '"abb"'], ['aa\n', '"aa\\n"'], ['\naa', '"\\naa"'],
    ['aaaaa', '"aaaaa" (5 characters)'], [22, '22'], [undefined, 'undefined'],
  ])('%p does not', (value, got) => {
    expect(violation(NAME, value)).toBe(`\`thing\` must be 2 to 4 characters: only a or only b, got: ${got}`);
  });

  test('of any grammar, of any length up to a bound, or of one length says no more than that', () => {
    expect(statement({ ...NAME, min: 0, grammar: undefined })).toBe('be at most 4 characters');
    expect(statement({ ...NAME, min: 4 })).toBe('be 4 characters: only a or only b');
  });

  test('that is too long never meets the pattern', () => {
    const trap = { ...NAME, pattern: '(not even a pattern' };

    expect(violation(trap, 'a'.repeat(28))).toContain('(28 characters)');
  });
});

describe('a size', () => {
  test.each(['', 'aaaaaaaa', 'éééé', '€€', '😀😀', { a: '' }, [1, 2]])('%p fits into 8 bytes', value => {
    expect(violation(BODY, value)).toBeUndefined();
  });

  test.each([['aaaaaaaaa', 9], ['ééééé', 10], ['€€€', 9], ['😀😀😀', 12], [{ token: 'hunter2' }, 19]])('%p does not, and is not shown', (value, size) => {
    expect(violation(BODY, value)).toBe(`\`thing\` must be at most 8 bytes, got: ${size} bytes`);
  });

  test('may have a minimum', () => {
    expect(violation({ ...BODY, min: 1 }, '')).toBe('`thing` must be 1 to 8 bytes, got: 0 bytes');
  });

  test('is unknown of what cannot be sent', () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;

    for (const value of [undefined, circular, 1n, () => 'secret']) {
      expect(violation(BODY, value)).toBe('`thing` must be at most 8 bytes, got: something that is not JSON');
    }
  });

  test.each([[0x7f, 1], [0x80, 2], [0x7ff, 2], [0x800, 3], [0xd800, 3], [0xffff, 3], [0x10000, 4], [0x10ffff, 4]])('of the character %p is %p', (code, bytes) => {
    expect(byteLength(String.fromCodePoint(code))).toBe(bytes);
  });

  test('is counted as it is sent', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: fc.nat(0xffff).map(unit => String.fromCharCode(unit)) }), (text, units) => {
      expect(byteLength(text)).toBe(Buffer.byteLength(text));
      expect(byteLength(units)).toBe(Buffer.byteLength(units));
    }));
  });
});

describe('a list or map', () => {
  test.each([[[]], [['1']], [{}], [{ 1: 0.5 }], [undefined], [null]])('%p has at most one entry', value => {
    expect(violation(VERSIONS, value)).toBeUndefined();
  });

  test.each([[['1', '2']], [{ 1: 0.5, 2: 0.5 }]])('%p has more', value => {
    expect(violation(VERSIONS, value)).toBe('`thing` must have at most 1 version, got: 2');
  });
});

test('a choice is one of the words, letter by letter', () => {
  const loop = { ...DOCUMENTED, kind: 'choice', values: ['Terminate', 'Allow'] } as const;

  expect(violation(loop, 'Allow')).toBeUndefined();
  expect(violation(loop, 'allow')).toBe('`thing` must be one of Terminate, Allow, got: "allow"');
});

describe('a quoted value', () => {
  test('is whole up to 100 characters', () => {
    expect(quoted('x'.repeat(100))).toBe(`"${'x'.repeat(100)}"`);
  });

  test('is cut off above, with its length', () => {
    expect(quoted('x'.repeat(101))).toBe(`"${'x'.repeat(100)}"… (101 characters)`);
  });

  test('is cut off with its length, even if more was allowed', () => {
    expect(quoted('x'.repeat(101), 256)).toBe(`"${'x'.repeat(100)}"… (101 characters)`);
    expect(quoted('x'.repeat(65), 64)).toBe(`"${'x'.repeat(65)}" (65 characters)`);
  });

  test('is one line, whatever it is', () => {
    fc.assert(fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withObjectString: true }), value => {
      expect(quoted(value)).toMatch(/^.{1,720}$/);
    }));
  });
});
