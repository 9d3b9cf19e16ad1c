import { concatenated, known, literal, partsOf, rendered, sameText, textOf, unknown, type Pseudo, type Reference } from '../../../lib/topology/values/value';

const REGION: Pseudo = { kind: 'pseudo', name: 'AWS::Region', stack: 'S' };
const QUEUE: Reference = { kind: 'reference', resource: 'S.Queue', attribute: 'Arn' };

describe('a text has one form', () => {
  test('neighbouring pieces merge', () => {
    expect(textOf(['a', '', 'b', QUEUE, 'c', 'd'])).toEqual({ kind: 'composed', parts: ['ab', QUEUE, 'cd'] });
  });

  test('a single piece is a literal or a reference', () => {
    expect(textOf([])).toEqual(literal(''));
    expect(textOf(['a', 'b'])).toEqual(literal('ab'));
    expect(textOf(['', QUEUE])).toEqual(QUEUE);
    expect(textOf([REGION])).toEqual({ kind: 'composed', parts: [REGION] });
  });

  test('a text that grows without end becomes unknown', () => {
    expect(textOf(['x'.repeat(20_000)])).toEqual(literal('x'.repeat(20_000)));
    expect(textOf(['x'.repeat(20_001)])).toEqual(unknown('it is longer than 20000 characters'));
  });
});

test('concatenates pieces; one unknown piece makes the text unknown', () => {
  expect(concatenated([literal('a'), QUEUE], ':')).toEqual({ kind: 'composed', parts: ['a:', QUEUE] });
  expect(concatenated([literal('a'), unknown('because')])).toEqual(unknown('because'));
  expect(partsOf(unknown('because'))).toEqual([]);
});

test('a rendered text names its references', () => {
  expect(rendered(textOf(['arn:', REGION, ':', QUEUE]))).toBe('arn:${S.AWS::Region}:${S.Queue.Arn}');
  expect(rendered(unknown('because'))).toBe('unknown: because');
});

test('compares texts: equal, different or unknown', () => {
  expect(sameText(literal('a'), literal('a'))).toBe(true);
  expect(sameText(literal('a'), literal('b'))).toBe(false);
  expect(sameText(QUEUE, { ...QUEUE })).toBe(true);
  expect(sameText(QUEUE, literal('a'))).toBeUndefined();
  expect(sameText(unknown('x'), unknown('x'))).toBeUndefined();
});

test('only a literal has a known value', () => {
  expect(known(literal(0))).toBe(0);
  expect(known(QUEUE)).toBeUndefined();
  expect(known(undefined)).toBeUndefined();
});
