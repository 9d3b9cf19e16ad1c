import { JsonText } from '../../../../lib/simulator/json-text';
import { compiledPattern } from '../../../../lib/simulator/sources/matching/event-pattern';
import { NotKnownError } from '../../../../lib/simulator/state/not-known-error';

const PLACED = {
  'source': 'shop.orders',
  'detail-type': 'OrderPlaced',
  'resources': ['arn:aws:sns:eu-west-1:111122223333:Orders', 'arn:aws:s3:::invoices'],
  'detail': { state: 'placed', total: 120, customer: { address: '10.0.0.33' }, items: [{ id: 'pen', count: 2 }, { id: 'ink', count: 1 }], coupon: null, gift: false },
};

describe('an order that was placed', () => {
  test.each([
    ['its source', { source: ['shop.orders'] }],
    ['one of several values', { 'detail-type': ['OrderCancelled', 'OrderPlaced'] }],
    ['one element of a list', { resources: ['arn:aws:s3:::invoices'] }],
    ['nested fields', { source: ['shop.orders'], detail: { state: ['placed'], customer: { address: [{ exists: true }] } } }],
    ['null and false', { detail: { coupon: [null], gift: [false] } }],
    ['a prefix', { source: [{ prefix: 'shop.' }] }],
    ['a prefix in another case', { source: [{ prefix: { 'equals-ignore-case': 'SHOP.' } }] }],
    ['a suffix', { resources: [{ suffix: ':Orders' }] }],
    ['a suffix in another case', { resources: [{ suffix: { 'equals-ignore-case': ':ORDERS' } }] }],
    ['another case', { 'detail-type': [{ 'equals-ignore-case': 'orderplaced' }] }],
    ['a wildcard', { resources: [{ wildcard: 'arn:*:sns:*:Orders' }] }],
    ['anything but a value', { detail: { state: [{ 'anything-but': 'cancelled' }] } }],
    ['anything but values', { detail: { total: [{ 'anything-but': [100, 110] }] } }],
    ['anything but a prefix', { source: [{ 'anything-but': { prefix: 'aws.' } }] }],
    ['anything but suffixes', { source: [{ 'anything-but': { suffix: ['.invoices', '.users'] } }] }],
    ['anything but a text in any case', { detail: { state: [{ 'anything-but': { 'equals-ignore-case': 'PAID' } }] } }],
    ['anything but a wildcard', { source: [{ 'anything-but': { wildcard: 'shop.*.test' } }] }],
    ['a range', { detail: { total: [{ numeric: ['>', 100, '<=', 120] }] } }],
    ['a number', { detail: { total: [{ numeric: ['=', 1.2e2] }] } }],
    ['a block of addresses', { detail: { customer: { address: [{ cidr: '10.0.0.0/24' }] } } }],
    ['an absent field', { detail: { refund: [{ exists: false }] } }],
    ['an alternative', { source: ['shop.orders'], $or: [{ detail: { state: ['paid'] } }, { detail: { total: [{ numeric: ['>', 100] }] } }] }],
    ['an alternative in an alternative', { $or: [{ source: ['x'] }, { $or: [{ source: ['y'] }, { source: ['shop.orders'] }], detail: { state: ['placed'] } }] }],
    ['fields of one element', { detail: { items: { id: ['ink'], count: [1] } } }],
  ])('matches %s', (_, pattern) => {
    expect(compiledPattern(pattern)(PLACED)).toBe(true);
  });

  test.each([
    ['another source', { source: ['shop.invoices'] }],
    ['one of two fields only', { source: ['shop.orders'], detail: { state: ['paid'] } }],
    ['a value in another case', { 'detail-type': ['orderplaced'] }],
    ['a string instead of a number', { detail: { total: ['120'] } }],
    ['the string null', { detail: { coupon: ['null'] } }],
    ['a prefix of a number', { detail: { total: [{ prefix: '1' }] } }],
    ['the value that is excluded', { detail: { state: [{ 'anything-but': ['placed', 'paid'] }] } }],
    ['an excluded wildcard', { source: [{ 'anything-but': { wildcard: '*.orders' } }] }],
    ['a bound that is open', { detail: { total: [{ numeric: ['>', 120] }] } }],
    ['another block', { detail: { customer: { address: [{ cidr: '10.0.1.0/24' }] } } }],
    ['a field that is there', { detail: { state: [{ exists: false }] } }],
    ['no alternative', { $or: [{ source: ['x'] }, { source: ['y'] }] }],
    ['fields of different elements', { detail: { items: { id: ['pen'], count: [1] } } }],
  ])('does not match %s', (_, pattern) => {
    expect(compiledPattern(pattern)(PLACED)).toBe(false);
  });
});

test.each([[null], ['text'], [1], [[{ source: 'shop.orders' }]]])('does not match an event that is not an object: %j', event => {
  expect(compiledPattern({ source: [{ exists: false }] })(event)).toBe(false);
});

describe('only ends of paths exist', () => {
  const exists = compiledPattern({ a: [{ exists: true }] });
  const absent = compiledPattern({ a: [{ exists: false }] });

  test.each([
    ['a value', { a: 1 }, true],
    ['null', { a: null }, true],
    ['a list with a value', { a: [null] }, true],
    ['an object', { a: { b: 1 } }, false],
    ['an empty list', { a: [] }, false],
    ['a list of objects', { a: [{ b: 1 }] }, false],
  ])('%s', (_, event, there) => {
    expect([exists(event), absent(event)]).toEqual([there, !there]);
  });

  test('and a field may be absent or have a value', () => {
    const pattern = compiledPattern({ a: [{ exists: false }, 'b'] });

    expect([{}, { a: 'b' }, { a: 'c' }].map(pattern)).toEqual([true, true, false]);
  });
});

describe('values of one list', () => {
  test('simple ones are all there at once', () => {
    expect(compiledPattern({ $or: [{ tags: ['a'] }, { tags: ['x'] }], more: ['b'] })({ tags: ['a', 'b'], more: ['b'] })).toBe(true);
  });

  test('objects at any depth belong to their elements', () => {
    const pattern = compiledPattern({ a: { b: { c: [1] }, d: [2] } });

    expect(pattern({ a: [{ b: [{ c: 0 }, { c: 1 }], d: 2 }] })).toBe(true);
    expect(pattern({ a: [{ b: [{ c: 1 }], d: 0 }, { b: [{ c: 0 }], d: 2 }] })).toBe(false);
  });

  test('lists in lists are lists of their own', () => {
    const pattern = compiledPattern({ a: { b: [1], c: [2] } });

    expect(pattern({ a: [[{ b: 1, c: 2 }]] })).toBe(true);
    expect(pattern({ a: [[{ b: 1 }], [{ c: 2 }]] })).toBe(false);
  });

  test('the first fields by name decide in which element a field must be absent', () => {
    const elements = { a: [{ c: 1 }, { b: 'x' }] };

    expect(compiledPattern({ a: { b: ['x'], c: [{ exists: false }] } })(elements)).toBe(true);
    expect(compiledPattern({ a: { b: [{ exists: false }], c: [1] } })(elements)).toBe(false);
  });

  test('a value outside the list counts in every element', () => {
    expect(compiledPattern({ 'a': { b: [1] }, 'a.c': [2] })({ 'a': [{ b: 1 }], 'a.c': 2 })).toBe(true);
  });

  test('a value in an element is taken rather than one outside the list if a field must be absent', () => {
    expect(compiledPattern({ a: { b: ['x'], c: [{ exists: false }] } })({ 'a.b': 'x', 'a': [{ c: 1 }, { b: 'x' }] })).toBe(true);
  });

  test('lists that have nothing in common are searched one after the other', () => {
    const list = Array.from({ length: 300 }, () => [{ x: 1, y: 0 }, { x: 0, y: 1 }]).flat();
    const event = { a: list, b: list.slice(), c: list.slice(), d: list.slice() };

    expect(compiledPattern({ a: { x: [1] }, b: { x: [1] }, c: { x: [1] }, d: { x: [1], y: [1] } })(event)).toBe(false);
  });

  test('lists of any depth are searched', () => {
    const deep = JSON.parse(`{"a":${'['.repeat(50_000)}1${']'.repeat(50_000)}}`) as unknown;

    expect(compiledPattern({ a: [1] })(deep)).toBe(true);
  });
});

describe('numbers are compared as doubles', () => {
  test.each([
    ['[1]', '1.0', true],
    ['[3.0e2]', '300', true],
    ['[0]', '-0.0', true],
    ['[0.1]', '0.1000000000000000055', false],
    ['[9007199254740992]', '9007199254740993', false],
    ['[9007199254740993]', '9007199254740993', true],
    ['[9007199254740993]', '9007199254740993.0', false],
    ['[1e400]', '1e400', true],
    ['[{"numeric":[">",0]}]', '1e400', false],
    ['[{"anything-but":1}]', '1e400', true],
    ['[4.9e-324]', '5e-324', false],
    ['[{"exists":true}]', '1e400', true],
    ['["1"]', '1', false],
  ])('%s on %s', (values, number, matches) => {
    expect(compiledPattern(new JsonText(`{"a":${values}}`))(new JsonText(`{"a":${number}}`))).toBe(matches);
  });

  test('and infinity, as JSON.parse reads 1e400, is no number to compare', () => {
    expect([[{ numeric: ['>', 0] }], [{ numeric: ['>', 0, '<', 5] }], [{ exists: true }]].map(a => compiledPattern({ a })({ a: Infinity }))).toEqual([false, false, true]);
  });
});

describe('as event-ruler compares strings', () => {
  test.each<[string, unknown[], string, boolean]>([
    ['a quote ends the string', [{ prefix: 'a"' }], 'a', true],
    ['a quote starts the string', [{ suffix: '"a' }], 'a', true],
    ['a quote is in the string', [{ prefix: '"' }], '"a', true],
    ['a quote ends the string, in another case', [{ prefix: { 'equals-ignore-case': 'A"' } }], 'a', true],
    ['a quote starts the string, in another case', [{ suffix: { 'equals-ignore-case': '"A' } }], 'a', true],
    ['ß is SS', [{ 'equals-ignore-case': 'ß' }], 'SS', true],
    ['SS is not ß', [{ 'equals-ignore-case': 'SS' }], 'ß', false],
    ['the Kelvin sign is k, but not K', [{ 'equals-ignore-case': '\u212a' }], 'K', false],
    ['an emoji is not itself in any case', [{ 'equals-ignore-case': '😀' }], '😀', false],
    ['but two question marks', [{ 'equals-ignore-case': '😀' }], '??', true],
    ['a suffix may have longer upper cases', [{ suffix: { 'equals-ignore-case': 'straße' } }], 'HAUPTSTRASSE', true],
    ['a wildcard may match nothing', [{ wildcard: 'a*b' }], 'ab', true],
    ['but texts around it do not overlap', [{ wildcard: 'aba*aba' }], 'aba', false],
    ['nor do those between wildcards', [{ wildcard: '*ab*ba' }], 'aba', false],
    ['an escaped asterisk', [{ wildcard: 'a\\*b' }], 'a*b', true],
    ['an escaped asterisk is no wildcard', [{ wildcard: 'a\\*b' }], 'axb', false],
    ['an escaped backslash', [{ wildcard: 'a\\\\*' }], 'a\\b', true],
    ['the empty string is an exact value', [''], '', true],
    ['the operator that only event-ruler documents', [{ exactly: '10.0.0.1' }], '010.0.0.1', false],
  ])('%s', (_, a, value, matches) => {
    expect(compiledPattern({ a })({ a: value })).toBe(matches);
  });
});

describe('names', () => {
  test.each([
    ['dots in the event', { a: { b: [1] } }, { 'a.b': 1 }, true],
    ['dots in the pattern', { 'a.b': [1] }, { a: { b: 1 } }, true],
    ['dots in both', { 'a.b': { c: [1] } }, { a: { 'b.c': 1 } }, true],
    ['inherited ones', { toString: [{ exists: false }] }, {}, true],
    ['the empty one', { '': [1] }, { '': 1 }, true],
    ['the empty one around another', { '': { a: [1] } }, { a: 1 }, true],
    ['the empty one at the end, which is never found', { a: { '': [1] } }, { a: { '': 1 } }, false],
    ['nothing but empty ones', { '': { '': { '': [1] } } }, { '': { '': { '': 1 } } }, false],
    ['__proto__', JSON.parse('{"__proto__":[1]}') as object, JSON.parse('{"__proto__":1}'), true],
  ])('%s', (_, pattern, event, matches) => {
    expect(compiledPattern(pattern)(event)).toBe(matches);
  });

  test('a path that is named twice has its last values', () => {
    const pattern = compiledPattern({ 'a': { b: [1] }, 'a.b': [2] });

    expect([1, 2].map(b => pattern({ a: { b } }))).toEqual([false, true]);
  });
});

describe('$or', () => {
  test('replaces values that the pattern has for the same field before it', () => {
    const pattern = compiledPattern({ a: [1], $or: [{ a: [2] }, { b: [3] }] });

    expect([{ a: 2 }, { a: 1 }, { a: 1, b: 3 }].map(pattern)).toEqual([true, false, true]);
  });

  test('matches each alternative although it shares a value with an earlier one', () => {
    expect(compiledPattern({ $or: [{ a: [1] }, { a: [1, 4] }] })({ a: 4 })).toBe(true);
  });

  test.each([
    ['an object', { $or: { a: [1] } }, { $or: { a: 1 } }],
    ['a list of values', { $or: ['a', 'b'] }, { $or: 'b' }],
    ['a list of operators', { $or: [{ prefix: 'a' }, { suffix: 'b' }] }, { $or: 'xb' }],
  ])('is the name of a field before %s', (_, pattern, event) => {
    expect(compiledPattern(pattern)(event)).toBe(true);
  });

  test('is not known for more than 1,000 combinations', () => {
    const alternatives = [{ a: [1] }, { b: [1] }];
    const nested = (depth: number): object => depth === 0 ? { c: [1] } : { $or: alternatives, d: nested(depth - 1) };

    expect(compiledPattern(nested(9))({})).toBe(false);
    expect(() => compiledPattern(nested(10))).toThrow(new NotKnownError(
      `whether \`EventPattern.${'d.'.repeat(9)}$or\` may make more than 1,000 combinations of fields`, 'Use fewer alternatives, or several rules.'));
  });
});

describe('addresses', () => {
  test.each<[string, unknown[], unknown, boolean]>([
    ['a spelling of IPv4', ['10.0.0.1'], '010.0.0.1', true],
    ['a spelling of IPv6', ['::1'], '0:0:0:0:0:0:0:1', true],
    ['IPv4 as IPv6', ['::ffff:a00:1'], '10.0.0.1', true],
    ['no address', ['300.0.0.1'], '300.0.0.1', true],
    ['a block of IPv6', [{ cidr: '2001:db8::/32' }], '2001:DB8::ffff', true],
    ['outside a block of IPv6', [{ cidr: '2001:db8::/32' }], '2001:db9::', false],
    ['the first address of a block', [{ cidr: '10.0.0.37/30' }], '10.0.0.36', true],
    ['the last address of a block', [{ cidr: '10.0.0.37/30' }], '10.0.0.39', true],
    ['the address after a block', [{ cidr: '10.0.0.37/30' }], '10.0.0.40', false],
    ['all addresses', [{ cidr: '0.0.0.0/0' }], '255.255.255.255', true],
    ['no address in a block', [{ cidr: '0.0.0.0/0' }], 'text', false],
    ['IPv6 in a block of IPv4, by its first digits', [{ cidr: '10.0.0.0/8' }], 'a00::1', true],
    ['IPv4 in a block of IPv6, by its digits', [{ cidr: '2001::/16' }], '32.1.16.0', true],
    ['IPv4 whose digits do not decide', [{ cidr: '2001:db8::/64' }], '32.1.13.184', false],
    ['a number that has the digits of an address', ['16.16.16.16'], 10101010, true],
    ['a number where numbers are compared', ['16.16.16.16', 5], 10101010, false],
    ['too many groups', ['1:2:3:4:5:6:7::8'], '1:2:3:4:5:6:7:0', false],
  ])('%s', (_, a, value, matches) => {
    expect(compiledPattern({ a })({ a: value })).toBe(matches);
  });
});

describe('refuses', () => {
  test.each<[string, object, string]>([
    ['a value without a list', { source: 'shop' }, '`EventPattern.source` must be an object or a list of values, got: "shop". Write a value as a list: ["x"].'],
    ['an empty pattern', {}, '`EventPattern` must name a field, got: {}. Add a field, or remove the object.'],
    ['an empty list', { source: [] }, '`EventPattern.source` must name a value, got: []. Add a value, or remove the field.'],
    ['a list in a list', { a: { b: [[1]] } }, '`EventPattern.a.b[0]` must be a string, a number, true, false, null or an operator, got: [1]. Write a value as it is, and an operator as an object with one key.'],
    ['an unknown operator', { a: [1, { contains: 'x' }] }, '`EventPattern.a[1]` must have one operator of `exists`, `prefix`, `suffix`, `equals-ignore-case`, `wildcard`, `anything-but`, `numeric`, `cidr`, got: {"contains":"x"}. Fields of objects in lists are named without the list: {"items": {"id": [1]}}.'],
    ['two operators in one object', { a: [{ prefix: 'x', suffix: 'y' }] }, '`EventPattern.a[0]` must have one operator of `exists`, `prefix`, `suffix`, `equals-ignore-case`, `wildcard`, `anything-but`, `numeric`, `cidr`, got: {"prefix":"x","suffix":"y"}. Fields of objects in lists are named without the list: {"items": {"id": [1]}}.'],
    ['a prefix that is a number', { a: [{ prefix: 1 }] }, '`EventPattern.a[0].prefix` must be a string, got: 1. Write the value in quotes.'],
    ['another operator in a prefix', { a: [{ prefix: { suffix: 'x' } }] }, '`EventPattern.a[0].prefix` must have the one key `equals-ignore-case`, got: {"suffix":"x"}. Write each operator as an object of its own.'],
    ['two wildcards in a row', { a: [{ wildcard: 'a**' }] }, '`EventPattern.a[0].wildcard` must not have two `*` in a row, and a backslash only before `*` or another backslash, got: "a**". Remove one `*`, or write a backslash as `\\\\`.'],
    ['an existence that is a string', { a: [{ exists: 'true' }] }, '`EventPattern.a[0].exists` must be true or false, got: "true". Write true for a field that must be there.'],
    ['an upper bound first', { a: [{ numeric: ['<', 5, '>', 1] }] }, '`EventPattern.a[0].numeric` must be a list of operators and numbers, got: ["<",5,">",1]. Write ["=", 1], one bound such as [">=", 1], or a lower bound before an upper one: [">", 0, "<=", 5].'],
    ['bounds that are equal', { a: [{ numeric: ['>=', 5, '<=', 5] }] }, '`EventPattern.a[0].numeric` must have a lower bound below its upper bound, got: 5 and 5. Swap the bounds, or use "=" for one number.'],
    ['a bound that is a string', { a: [{ numeric: ['>', '5'] }] }, '`EventPattern.a[0].numeric[1]` must be a number, got: "5". Write ["=", 1], one bound such as [">=", 1], or a lower bound before an upper one: [">", 0, "<=", 5].'],
    ['a bound that no double holds', new JsonText('{"a":[{"numeric":["=",9007199254740993]}]}'), '`EventPattern.a[0].numeric[1]` must be a number that a double holds, got: 9007199254740993. Use fewer digits, or send the number as a string.'],
    ['a block of one address', { a: [{ cidr: '10.0.0.1/32' }] }, '`EventPattern.a[0].cidr` must be a block of IP addresses with 0 to 31 bits for IPv4, or 0 to 127 bits for IPv6, got: "10.0.0.1/32". Write it like "10.0.0.0/24", or the address itself instead of the operator.'],
    ['nothing to exclude', { a: [{ 'anything-but': [] }] }, '`EventPattern.a[0].anything-but` must name a value, got: []. Add a value, or use `{ "exists": true }` for any value.'],
    ['strings and numbers to exclude', { a: [{ 'anything-but': ['x', 1] }] }, '`EventPattern.a[0].anything-but` must have only strings or only numbers, got: ["x",1]. Write an `anything-but` for strings or one for numbers.'],
    ['a list of operators to exclude', { a: [{ 'anything-but': [{ prefix: 'x' }] }] }, '`EventPattern.a[0].anything-but[0]` must be a string or a number, got: {"prefix":"x"}. Write an operator in `anything-but` as an object, not in a list: {"anything-but": {"prefix": ["x", "y"]}}.'],
    ['an empty prefix to exclude', { a: [{ 'anything-but': { prefix: '' } }] }, '`EventPattern.a[0].anything-but.prefix` must not be empty, got: "". Name the text that values must not have there.'],
    ['one alternative', { $or: [{ a: [1] }] }, '`EventPattern.$or` must be a list of two objects at least, got: [{"a":[1]}]. Add an alternative, or write the fields without `$or`.'],
    ['an operator without a field in an alternative', { $or: [{ prefix: ['x'] }, { a: [1] }] }, '`EventPattern.$or[0].prefix` must have another name in an `$or`, got: prefix. Write the operator in the list of a field: {"$or": [{"a": [{"exists": true}]}, {"b": [1]}]}.'],
    ['an alternative that is a value', { $or: [{ a: [1] }, 1] }, '`EventPattern.$or[1]` must be an object, got: 1. Write each alternative as an object with fields.'],
  ])('%s', (_, pattern, message) => {
    expect(() => compiledPattern(pattern)).toThrow(expect.objectContaining({ name: 'InvalidPatternError', message }));
  });
});

test.each([
  ['an empty list in `anything-but`', { a: [{ 'anything-but': { prefix: [] } }] }, 'The simulator does not know what `EventPattern.a[0].anything-but.prefix` means with an empty list. Add a value, or use `{ "exists": true }` for any value.'],
  ['a bound at the end of doubles', { a: [{ numeric: ['<=', -Number.MAX_VALUE] }] }, 'The simulator does not know what `EventPattern.a[0].numeric` means beyond the range of doubles. Use "=" for this number.'],
])('does not guess %s', (_, pattern, message) => {
  expect(() => compiledPattern(pattern)).toThrow(expect.objectContaining({ name: 'NotKnownError', message }));
});
