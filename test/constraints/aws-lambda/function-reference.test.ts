import * as fc from 'fast-check';
import {
  effectiveQualifier,
  FunctionReferenceError,
  normalizedTarget,
  parseFunctionReference,
} from '../../../lib/constraints/aws-lambda/function-reference';
import { FUNCTION_REFERENCE, LATEST } from '../../../lib/constraints/aws-lambda/identifiers';
import { violation } from '../../../lib/constraints/violation';

const WHERE = 'arn:aws:lambda:us-east-1:123456789012';
const PARTS = { partition: 'aws', region: 'us-east-1', account: '123456789012' };
const GRAMMAR = '`functionName` must be 1 to 256 characters: a function name, `account:function:name`, or a function ARN, with at most one qualifier';

const partition = fc.constantFrom('aws', 'aws-cn', 'aws-us-gov', 'aws-iso', 'aws-iso-b', 'aws-eusc');
const region = fc.constantFrom('us-east-1', 'cn-north-1', 'us-gov-west-1', 'us-iso-east-1', 'us-isob-east-1', 'eusc-de-east-1');
const account = fc.stringMatching(/^\d{12}$/);
const name = fc.oneof(fc.stringMatching(/^[a-zA-Z0-9-_]{1,64}$/), fc.constantFrom('function', 'lambda', 'arn', 'us-east-1', '123456789012', '1'));
const qualifier = fc.oneof(fc.stringMatching(/^[a-zA-Z0-9-_]{1,128}$/), fc.constantFrom(LATEST, '$LATEST.PUBLISHED', 'function', '1'));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

describe('a reference comes apart', () => {
  test.each([
    ['f', { name: 'f' }],
    ['f:v1', { name: 'f', qualifier: 'v1' }],
    ['f:$LATEST', { name: 'f', qualifier: '$LATEST' }],
    ['f:$LATEST.PUBLISHED', { name: 'f', qualifier: '$LATEST.PUBLISHED' }],
    ['123456789012:f', { account: '123456789012', name: 'f' }],
    ['us-east-1:f', { region: 'us-east-1', name: 'f' }],
    ['us-east-1:123456789012:function:f:1', { region: 'us-east-1', account: '123456789012', name: 'f', qualifier: '1' }],
    [`${WHERE}:f`, { ...PARTS, name: 'f' }],
    [`${WHERE}:function:f`, { ...PARTS, name: 'f' }],
    [`${WHERE}:function:f:live`, { ...PARTS, name: 'f', qualifier: 'live' }],
    [`${WHERE}:function:f:$LATEST`, { ...PARTS, name: 'f', qualifier: '$LATEST' }],
    ['function:f', { name: 'f' }],
    ['function:f:1', { name: 'f', qualifier: '1' }],
    ['lambda:f', { name: 'lambda', qualifier: 'f' }],
    ['arn:aws', { name: 'arn', qualifier: 'aws' }],
    ['f'.repeat(64), { name: 'f'.repeat(64) }],
  ])('%s', (reference, parts) => {
    expect(parseFunctionReference(reference)).toEqual(parts);
  });

  test.each([
    ['order-service-1:live', { name: 'order-service-1', qualifier: 'live' }],
    ['us-east-1', { name: 'us-east-1' }],
    ['us-east-1:$LATEST', { name: 'us-east-1', qualifier: '$LATEST' }],
    ['123456789012', { name: '123456789012' }],
    ['123456789012:$LATEST', { name: '123456789012', qualifier: '$LATEST' }],
    ['function', { name: 'function' }],
    [`${WHERE}:function:function`, { ...PARTS, name: 'function' }],
    ['function:function:1', { name: 'function', qualifier: '1' }],
  ])('%s, whose name looks like something else', (reference, parts) => {
    expect(parseFunctionReference(reference)).toEqual(parts);
  });

  test('whatever it is made of', () => {
    const parts = [partition, region, account, fc.boolean(), name, optional(qualifier)] as const;

    fc.assert(fc.property(...parts, (where, place, owner, prefixed, named, qualified) => {
      fc.pre(prefixed || named !== 'function');
      const reference = ['arn', where, 'lambda', place, owner, ...prefixed ? ['function'] : [], named, ...qualified ? [qualified] : []].join(':');

      expect(parseFunctionReference(reference)).toEqual({ partition: where, region: place, account: owner, name: named, qualifier: qualified });
    }));
  });

  test('as a partial ARN, whatever it is made of', () => {
    fc.assert(fc.property(optional(region), optional(account), name, optional(qualifier), (place, owner, named, qualified) => {
      const reference = [place, owner, 'function', named, qualified].filter(part => part !== undefined).join(':');

      expect(parseFunctionReference(reference)).toEqual({ partition: undefined, region: place, account: owner, name: named, qualifier: qualified });
    }));
  });

  test('as a partial ARN without `function:`, unless the name could be a Region or an account', () => {
    fc.assert(fc.property(optional(region), optional(account), name, optional(qualifier), (place, owner, named, qualified) => {
      fc.pre(!/^([a-z-]+-\d|\d{12}|function)$/.test(named));
      const reference = [place, owner, named, qualified].filter(part => part !== undefined).join(':');

      expect(parseFunctionReference(reference)).toEqual({ partition: undefined, region: place, account: owner, name: named, qualifier: qualified });
    }));
  });
});

describe('a text that is no reference is refused with a hint', () => {
  const characters = 'Names and qualifiers consist of letters, digits, hyphens and underscores.';
  const where = 'A function ARN has a Region and an account of twelve digits.';
  const dollar = 'A `$` is allowed only in the qualifiers `$LATEST` and `$LATEST.PUBLISHED`, at the end.';
  const before = 'Only a Region and an account of twelve digits may stand before `function:`.';
  const tooMany = 'At most one qualifier may follow the name, and an account has twelve digits.';

  test.each([
    ['my-function!', characters],
    ['a b', characters],
    [`${WHERE}:function:f!:1`, characters],
    ['arn:aws:lambda::123456789012:function:f', where],
    ['arn:aws:lambda:us-east-1::function:f', where],
    ['arn:aws:lambda:invalid-region:123456789012:function:f', where],
    ['arn:aws:lambda:us-east-1:1234:function:f', where],
    ['arn:aws:ec2:us-east-1:123456789012:instance:i', 'It is not the ARN of a function.'],
    ['invalid-region:function:f', before],
    ['invalid-account:function:f', before],
    ['f:1:2', tooMany],
    [`${WHERE}:function:f:1:2`, tooMany],
    ['function:fn:$LATEST:extra', dollar],
    [`${WHERE}:function:f:$LATES`, dollar],
    ['f:$latest', dollar],
    ['$LATEST.PUBLISHED1', dollar],
  ])('%s', (reference, hint) => {
    expect(() => parseFunctionReference(reference)).toThrow(new FunctionReferenceError(`${GRAMMAR}, got: ${JSON.stringify(reference)}. ${hint}`));
  });

  test.each([
    ['', '""'], ['f:', '"f:"'], [undefined, 'undefined'], [3, '3'], [{}, 'an object'],
    ['a'.repeat(257), `"${'a'.repeat(100)}"… (257 characters)`], ['!'.repeat(257), `"${'!'.repeat(100)}"… (257 characters)`],
  ])('or without: %p', (reference, got) => {
    expect(() => parseFunctionReference(reference as string)).toThrow(new FunctionReferenceError(`${GRAMMAR}, got: ${got}`));
  });

  test('under the name that the user knows', () => {
    expect(() => parseFunctionReference('f:', 'function')).toThrow(/^`function` must be /);
  });
});

test.each([`${WHERE}:function`, `${WHERE}:function:$LATEST`, '123456789012:function', 'us-east-1:function', 'function:$LATEST'])('%s lacks the name', reference => {
  expect(() => parseFunctionReference(reference)).toThrow(new FunctionReferenceError(
    `\`functionName\` must name a function after "function:", got: "${reference}". ` +
    'Lambda would look for a function called "function"; if that is its name, write "function:function".',
  ));
});

test.each([
  ['my.fn', '"my.fn"'],
  ['f'.repeat(65), `"${'f'.repeat(65)}" (65 characters)`],
  [`${WHERE}:function:${'f'.repeat(65)}:live`, `"${'f'.repeat(65)}" (65 characters)`],
])('%s has a name that no function can have', (reference, got) => {
  expect(() => parseFunctionReference(reference)).toThrow(new FunctionReferenceError(
    `\`functionName\` must be 1 to 64 characters: letters, digits, hyphens and underscores, got: ${got}`,
  ));
});

describe('the qualifier', () => {
  test.each([
    ['f', undefined, '$LATEST'], ['f', '$LATEST', '$LATEST'], ['f', 'live', 'live'], ['f:live', undefined, 'live'], ['f:live', 'live', 'live'],
    ['f:$LATEST', '$LATEST', '$LATEST'],
  ])('of %s and %s is %s', (reference, separate, effective) => {
    expect(effectiveQualifier(parseFunctionReference(reference), separate)).toBe(effective);
  });

  test.each([['f:live', '1'], ['f:live', '$LATEST'], ['f:$LATEST', 'live']])('of %s is not %s', (reference, separate) => {
    expect(() => effectiveQualifier(parseFunctionReference(reference), separate)).toThrow(new FunctionReferenceError(
      `\`qualifier\` must equal the qualifier in \`functionName\`, "${reference.slice(2)}", got: "${separate}". Give it in one of the two places.`,
    ));
  });

  test.each(['', '$latest', 'invalid!', 'q'.repeat(129)])('is never %p', separate => {
    expect(() => effectiveQualifier({ name: 'f' }, separate)).toThrow(/^`qualifier` must be 1 to 128 characters: /);
  });
});

test('all spellings of a target are one', () => {
  fc.assert(fc.property(partition, region, account, name, optional(qualifier), (where, place, owner, named, qualified) => {
    const unqualified = [`arn:${where}:lambda:${place}:${owner}:function:${named}`, `${owner}:function:${named}`, `${place}:function:${named}`, `function:${named}`];
    const spellings = [
      ...unqualified.map(reference => normalizedTarget(parseFunctionReference(reference), qualified)),
      ...unqualified.map(reference => normalizedTarget(parseFunctionReference(`${reference}:${qualified ?? LATEST}`))),
      ...unqualified.map(reference => normalizedTarget(parseFunctionReference(`${reference}:${qualified ?? LATEST}`), qualified ?? LATEST)),
      normalizedTarget(parseFunctionReference(named), qualified),
    ];

    expect(new Set(spellings)).toEqual(new Set([`${named}:${qualified ?? LATEST}`]));
  }));
});

test('what Lambda takes is taken, and what it refuses is refused, with no other error', () => {
  const piece = fc.constantFrom('arn:', 'aws', 'aws-cn', ':lambda:', 'us-east-1', 'eusc-de-east-1', ':', '123456789012', 'function:', 'function', 'f', 'my.fn', '$LATEST', '.PUBLISHED', '$', '1', 'a'.repeat(70), '\n', ' ', 'é');
  const mutilated = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''));

  fc.assert(fc.property(fc.oneof(mutilated, fc.string()), text => {
    const refused = refusal(text);

    if (violation(FUNCTION_REFERENCE, text)) {
      expect(refused).toBeInstanceOf(FunctionReferenceError);
    } else if (refused) {
      expect(String(refused)).toMatch(/must name a function after|must be 1 to 64 characters/);
    }
    expect([undefined, 'FunctionReferenceError']).toContain(refused?.name);
  }), { numRuns: 2000 });
});

test('whatever is no text is refused like a text', () => {
  fc.assert(fc.property(fc.anything().filter(value => typeof value !== 'string'), value => {
    expect(refusal(value as string)).toBeInstanceOf(FunctionReferenceError);
  }));
});

test.each(['a'.repeat(1_000_000), 'aa-'.repeat(300_000), ':'.repeat(1_000_000), `arn:${'aws-'.repeat(250_000)}`, 'us-east-1:'.repeat(100_000)])('a long text is refused', text => {
  expect(refusal(text)).toBeInstanceOf(FunctionReferenceError);
});

function refusal(text: string): Error | undefined {
  try {
    parseFunctionReference(text);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
