import { JsonText } from '../../../../lib/simulator/json-text';
import { filterPolicy } from '../../../../lib/simulator/sources/matching/filter-policy';
import type { MessageAttributes } from '../../../../lib/simulator/sources/matching/message-attributes';

const ORDER: MessageAttributes = {
  customer_interests: { Type: 'String.Array', Value: '["soccer", "rugby", 5, true, null]' },
  store: { Type: 'String', Value: 'example_corp' },
  event: { Type: 'String', Value: 'order_placed' },
  price_usd: { Type: 'Number', Value: '210.75' },
  source_ip: { Type: 'String', Value: '10.0.0.7' },
  image: { Type: 'Binary', Value: 'AAAA' },
};

function passes(policy: object, attributes = ORDER): boolean {
  return filterPolicy(policy)({ body: 'text', attributes });
}

describe('attributes', () => {
  test.each<[string, object, boolean]>([
    ['all of several', { store: ['example_corp'], event: [{ 'anything-but': 'order_cancelled' }], customer_interests: ['rugby', 'football'], price_usd: [{ numeric: ['>=', 100] }] }, true],
    ['one that is missing', { store: ['example_corp'], encrypted: [false] }, false],
    ['an element of a list', { customer_interests: ['tennis', 'rugby'] }, true],
    ['other elements of a list', { customer_interests: [{ 'anything-but': ['soccer', 'rugby'] }] }, true],
    ['a number, true and null in a list', { $or: [{ customer_interests: [6] }, { customer_interests: [{ prefix: 'x' }, true] }] }, true],
    ['an excluded text', { event: [{ 'anything-but': ['order_placed'] }] }, false],
    ['an excluded prefix', { event: [{ 'anything-but': { prefix: 'order_' } }] }, false],
    ['a prefix', { event: [{ prefix: 'order_' }] }, true],
    ['a suffix', { event: [{ suffix: '_placed' }] }, true],
    ['another case', { store: [{ 'equals-ignore-case': 'EXAMPLE_CORP' }] }, true],
    ['a block of addresses', { source_ip: [{ cidr: '10.0.0.0/24' }] }, true],
    ['a number', { price_usd: [210.75] }, true],
    ['a number in another spelling', { price_usd: [{ numeric: ['=', 2.1075e2] }] }, true],
    ['a number in a range', { price_usd: [{ numeric: ['>', 0, '<=', 210.75] }] }, true],
    ['another number', { price_usd: [{ 'anything-but': [210.75, 500] }] }, false],
    ['a text instead of a number', { price_usd: ['210.75'] }, false],
    ['one that exists', { store: [{ exists: true }] }, true],
    ['one that is absent', { refund: [{ exists: false }] }, true],
    ['one that must be absent', { store: [{ exists: false }] }, false],
    ['a binary one, which counts as absent', { image: [{ exists: false }] }, true],
    ['one of two alternatives', { store: ['example_corp'], $or: [{ event: ['order_cancelled'] }, { price_usd: [{ numeric: ['>', 200] }] }] }, true],
    ['no alternative', { $or: [{ event: ['order_cancelled'] }, { price_usd: [{ numeric: ['>', 300] }] }] }, false],
  ])('%s', (_, policy, expected) => {
    expect(passes(policy)).toBe(expected);
  });

  test('a policy must escape quotes and backslashes twice', () => {
    const attributes: MessageAttributes = { note: { Type: 'String', Value: 'a"b\\c' } };

    expect([passes({ note: ['a"b\\c'] }, attributes), passes({ note: ['a\\"b\\\\c'] }, attributes)]).toEqual([false, true]);
  });

  test('without any, nothing is absent', () => {
    expect(passes({ refund: [{ exists: false }] }, {})).toBe(false);
  });

  test('an attribute may be called $or', () => {
    expect(passes({ $or: [{ prefix: 'a' }, { suffix: 'b' }] }, { $or: { Type: 'String', Value: 'xb' } })).toBe(true);
  });

  test('a name may have dots', () => {
    expect(passes({ 'order.id': [1] }, { 'order.id': { Type: 'Number', Value: '1.0' } })).toBe(true);
  });
});

describe('bodies', () => {
  const policy = { order: { total: [{ numeric: ['>', 100] }], items: { id: ['pen'], count: [2] } } };

  test.each([
    ['nested fields', '{"order":{"total":120,"items":[{"id":"ink","count":1},{"id":"pen","count":2}]}}', true],
    ['fields of different elements', '{"order":{"total":120,"items":[{"id":"ink","count":2},{"id":"pen","count":1}]}}', false],
    ['text', 'hello', false],
    ['a list', '[{"order":{"total":120,"items":{"id":"pen","count":2}}}]', false],
    ['a number', '1', false],
  ])('%s', (_, body, expected) => {
    expect(filterPolicy(policy, 'MessageBody')({ body, attributes: ORDER })).toBe(expected);
  });

  test.each([['null', false], ['""', false], ['0', true], ['[]', false]])('a field that is %s exists: %s', (value, exists) => {
    expect(filterPolicy({ a: [{ exists: true }] }, 'MessageBody')({ body: `{"a":${value},"b":1}`, attributes: {} })).toBe(exists);
  });
});

test('an empty policy lets each message pass', () => {
  expect([passes({}), passes({}, {})]).toEqual([true, true]);
});

describe('limits', () => {
  const list = (length: number) => Array.from({ length }, (_, index) => `${index}`);

  test('150 combinations pass, 151 do not', () => {
    expect(passes({ a: list(15), b: list(10) })).toBe(false);
    expect(() => passes({ a: list(151) })).toThrow('`FilterPolicy` must have at most 150 combinations of values, got: 151. Remove values: the lengths of the lists, each multiplied by its depth, are multiplied.');
  });

  test('depth multiplies', () => {
    const policy = (values: number) => ({ a: { b: { c: list(values) } }, d: { e: list(3) } });

    expect(filterPolicy(policy(8), 'MessageBody')({ body: '{"x":1}', attributes: {} })).toBe(false);
    expect(() => filterPolicy(policy(9), 'MessageBody')).toThrow('`FilterPolicy` must have at most 150 combinations of values, got: 162.');
  });

  test('five keys pass, six do not', () => {
    const keys = (count: number) => Object.fromEntries(list(count).map(name => [name, ['x']]));

    expect(passes({ ...keys(5), $or: [{ a: ['x'] }, { b: ['x'] }] })).toBe(false);
    expect(() => passes(keys(6))).toThrow('`FilterPolicy` must have at most 5 keys, got: 6. Remove keys, or filter in the function.');
  });

  test('256 KiB pass, one byte more does not', () => {
    const policy = (size: number) => ({ a: ['x'.repeat(size - '{"a":[""]}'.length)] });

    expect(passes(policy(262_144))).toBe(false);
    expect(() => passes(policy(262_145))).toThrow('`FilterPolicy` must be at most 262144 bytes, got: 262145 bytes. Shorten the policy.');
  });

  test.each([[1_000_000_000, false], [1_000_000_001, true], [-1_000_000_000, false], [-1_000_000_001, true]])('the number %d is refused: %s', (number, refused) => {
    const place = [[number], [{ numeric: ['<', number] }], [{ 'anything-but': number }]].map(values => {
      try {
        filterPolicy({ price_usd: values });
        return undefined;
      } catch (error) {
        return (error as Error).message;
      }
    });

    expect(place).toEqual(refused ? [
      `\`FilterPolicy.price_usd[0]\` must be a number between -1000000000 and 1000000000, got: ${number}. Compare smaller numbers, or strings.`,
      `\`FilterPolicy.price_usd[0].numeric[1]\` must be a number between -1000000000 and 1000000000, got: ${number}. Compare smaller numbers, or strings.`,
      `\`FilterPolicy.price_usd[0].anything-but\` must be a number between -1000000000 and 1000000000, got: ${number}. Compare smaller numbers, or strings.`,
    ] : [undefined, undefined, undefined]);
  });
});

describe('refuses', () => {
  test.each<[string, object, string]>([
    ['fields of attributes', { order: { id: [1] } }, '`FilterPolicy.order` must be a list of values, because message attributes have no fields, got: {"id":[1]}. List values, or set the scope of the filter policy to MessageBody.'],
    ['fields of attributes in an alternative', { $or: [{ a: [1] }, { order: { id: [1] } }] }, '`FilterPolicy.$or[1].order` must be a list of values, because message attributes have no fields, got: {"id":[1]}. List values, or set the scope of the filter policy to MessageBody.'],
    ['an unknown operator', { a: [{ regex: 'x' }] }, '`FilterPolicy.a[0]` must have one operator of `exists`, `prefix`, `suffix`, `equals-ignore-case`, `wildcard`, `anything-but`, `numeric`, `cidr`, got: {"regex":"x"}. Fields of objects in lists are named without the list: {"items": {"id": [1]}}.'],
    ['a list', [1], '`FilterPolicy` must be an object or a list of values, got: [1]. Write a value as a list: ["x"].'],
  ])('%s', (_, policy, message) => {
    expect(() => filterPolicy(policy)).toThrow(expect.objectContaining({ name: 'InvalidPatternError', message }));
  });
});

describe('does not guess', () => {
  test.each<[string, object, MessageAttributes, string]>([
    ['a wildcard', { a: [{ wildcard: 'x*' }] }, ORDER, 'whether filter policies have `wildcard`, as `FilterPolicy.a[0].wildcard` needs. Use another operator, or filter in the function.'],
    ['an excluded suffix', { a: [{ 'anything-but': { suffix: 'x' } }] }, ORDER, 'whether filter policies have `anything-but: suffix`, as `FilterPolicy.a[0].anything-but` needs. Use another operator, or filter in the function.'],
    ['six decimals in a policy', { a: [0.123456] }, ORDER, 'how `FilterPolicy.a[0]` compares 0.123456, which has more than 5 decimals. Round the number.'],
    ['six decimals in a message', { a: [1] }, { a: { Type: 'Number', Value: '0.123456' } }, 'how `FilterPolicy.a` compares 0.123456, which has more than 5 decimals. Round the number.'],
    ['a large number in a message', { a: [1] }, { a: { Type: 'Number', Value: '1e10' } }, 'how `FilterPolicy.a` compares 10000000000, which is beyond its range. Send a smaller number, or a string.'],
    ['a number that no double holds', { a: [1] }, { a: { Type: 'Number', Value: '1e400' } }, 'how `FilterPolicy.a` compares 1e400, which is beyond its range. Send a smaller number, or a string.'],
    ['a list that is none', { a: ['x'] }, { a: { Type: 'String.Array', Value: 'x' } }, 'how a filter policy compares the attribute `a` of the type String.Array, which is not a list of JSON. Write a list: ["x", "y"].'],
    ['a quote in a list', { a: ['x'] }, { a: { Type: 'String.Array', Value: '["\\""]' } }, 'how a filter policy compares the attribute `a` of the type String.Array, which has a quote or a backslash. Leave these out.'],
    ['a number that is none', { a: [1] }, { a: { Type: 'Number', Value: 'one' } }, 'how a filter policy compares the attribute `a` of the type Number, which is no number of JSON. Write a number such as -1.5.'],
    ['another type', { a: [1] }, { a: { Type: 'Number.Array', Value: '[1]' } }, 'how a filter policy compares the attribute `a` of the type Number.Array. Use String, String.Array, Number or Binary.'],
    ['only binary attributes', { a: [{ exists: false }] }, { b: { Type: 'Binary', Value: 'AAAA' } }, 'whether a message that only has binary attributes has attributes at all, on which `exists: false` depends. Send another attribute.'],
    ['many combinations over alternatives', { $or: [{ a: Array(100).fill('x') }, { b: Array(51).fill('x') }] }, ORDER, 'whether `FilterPolicy` may have 151 combinations of values, counted over its `$or`. Remove values.'],
  ])('%s', (_, policy, attributes, subject) => {
    expect(() => passes(policy, attributes)).toThrow(expect.objectContaining({ name: 'NotKnownError', message: `The simulator does not know ${subject}` }));
  });

  test('an empty body', () => {
    expect(() => filterPolicy({ a: [{ exists: false }] }, 'MessageBody')({ body: '{}', attributes: {} })).toThrow('The simulator does not know whether an empty body passes a filter policy with `exists: false`. Send a field.');
  });
});

test('takes the policy as it is written', () => {
  expect(passes(new JsonText('{"price_usd":[210.750]}'))).toBe(true);
});
