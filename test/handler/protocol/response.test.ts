import * as fc from 'fast-check';
import { Failure } from '../../../lib/handler/protocol/failure';
import { failed, succeeded } from '../../../lib/handler/protocol/response';

const REQUEST = { ResponseURL: 'https://example.com', RequestId: 'r', StackId: 's', LogicalResourceId: 'l' };
const MOST = 4096;

const sizeOf = (response: object) => Buffer.byteLength(JSON.stringify(response));

/** How much data there is room for. */
const ROOM = MOST - sizeOf(succeeded(REQUEST, 'id', { data: { A: '' } }));

describe('data', () => {
  test('may fill the answer to the last byte', () => {
    expect(sizeOf(succeeded(REQUEST, 'id', { data: { A: 'x'.repeat(ROOM) } }))).toBe(MOST);
  });

  test('of one byte more is refused, and the largest is named', () => {
    expect(() => succeeded(REQUEST, 'id', { data: { A: 'x'.repeat(ROOM + 1) } })).toThrow(new Failure(
      `The attributes that the app reads must be at most 4096 bytes in all, got: 4097 bytes; the largest is \`A\` with ${ROOM + 1} bytes. `
      + 'CloudFormation accepts no more. Read fewer attributes, or let the function store the value and return where it is.',
    ));
  });

  test('counts in UTF-8, and as JSON escapes it', () => {
    expect(() => succeeded(REQUEST, 'id', { data: { A: '€'.repeat(ROOM / 3 + 1) } })).toThrow('got: ');
    expect(() => succeeded(REQUEST, 'id', { data: { A: '"'.repeat(ROOM / 2 + 1) } })).toThrow('got: ');
  });
});

describe('a reason', () => {
  test('that fits is given whole', () => {
    expect(failed(REQUEST, 'id', 'because', ['one', 'two'])).toMatchObject({ Reason: 'because\none\ntwo' });
  });

  test('may fill the answer to the last byte', () => {
    const room = MOST - sizeOf(failed(REQUEST, 'id', 'x')) + 1;
    expect(failed(REQUEST, 'id', 'x'.repeat(room)).Reason).toBe('x'.repeat(room));
    expect(failed(REQUEST, 'id', 'x'.repeat(room + 1)).Reason).toMatch(/^x+…$/);
  });

  test('keeps the last lines of a log that is too long', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `line ${index} ${'x'.repeat(100)}`);
    const { Reason } = failed(REQUEST, 'id', 'because', lines);
    const [head, ellipsis, first, ...rest] = Reason!.split('\n');
    expect([head, ellipsis, rest.at(-1)]).toEqual(['because', '…', lines.at(-1)]);
    expect(lines).toContain(first);
    expect(sizeOf(failed(REQUEST, 'id', 'because', lines))).toBeGreaterThan(MOST - 120);
  });

  test('of one endless line of log goes without it', () => {
    expect(failed(REQUEST, 'id', 'because', ['x'.repeat(MOST)])).toMatchObject({ Reason: 'because' });
  });

  test('that is too long itself is cut at the end, between characters', () => {
    const { Reason } = failed(REQUEST, 'id', '😀'.repeat(2000), ['a line']);
    expect(Reason).toMatch(/^(😀)+…$/u);
    expect(Reason!.length).toBeGreaterThan(1900);
  });

  test('of whatever text never makes the answer too long', () => {
    fc.assert(fc.property(
      fc.string({ unit: 'binary', maxLength: 6000, size: 'max' }), fc.array(fc.string({ unit: 'grapheme', maxLength: 600, size: 'max' })),
      (message, lines) => {
        const response = failed(REQUEST, 'i'.repeat(1024), message, lines);
        expect(sizeOf(response)).toBeLessThanOrEqual(MOST);
        expect(response.Reason).not.toBe('');
      },
    ), { numRuns: 50 });
  });
});
