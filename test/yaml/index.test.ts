import { readYaml } from '../../lib/yaml';

/** The value of a text. */
function value(text: string): unknown {
  const read = readYaml(text);
  return 'problem' in read ? read : read.value;
}

/** The problem of a text, after the line and column that it is at. */
function problem(text: string): string {
  const read = readYaml(text);
  return 'problem' in read ? `${read.position.line}:${read.position.column} ${read.problem}` : `none, but ${JSON.stringify(read.value)}`;
}

describe('values', () => {
  test.each<[string, string, unknown]>([
    ['an empty text', '', null],
    ['comments only', '# nothing\n', null],
    ['JSON', '{"a": ["1", 1, true, null]}', { a: ['1', 1, true, null] }],
    ['JSON with tabs', '{\n\t"a":\t1\n}', { a: 1 }],
    ['a byte order mark and line ends of Windows', '\uFEFFa: 1\r\nb:\r\n  - c\r\n', { a: 1, b: ['c'] }],
    ['the markers of a document', '---\na: 1\n...\n', { a: 1 }],
    ['an empty document behind it', '---\na: 1\n---\n', { a: 1 }],
    ['dates as texts', 'Version: 2012-10-17\n2010-09-09: a', { 'Version': '2012-10-17', '2010-09-09': 'a' }],
    ['quoted scalars as texts', 'a: "012"\nb: \'yes\'\nc: |\n  1\nd: !!str 1\ne: ! 1', { a: '012', b: 'yes', c: '1\n', d: '1', e: '1' }],
    ['keys as they are written', '012: a\non: b\n1.10: c\n"<<": d\n', { '012': 'a', 'on': 'b', '1.10': 'c', '<<': 'd' }],
    ['short forms', 'a: !Ref B\nb: !GetAtt C.Arn\nc: !Sub\n  - "${D}"\n  - D: !If [E, !Ref F, yes]\n', {
      a: { Ref: 'B' },
      b: { 'Fn::GetAtt': ['C', 'Arn'] },
      c: { 'Fn::Sub': ['${D}', { D: { 'Fn::If': ['E', { Ref: 'F' }, true] } }] },
    }],
    ['the scalar of a short form as a text', 'a: !Ref 012\nb: !Sub |\n  x\n', { a: { Ref: '012' }, b: { 'Fn::Sub': 'x\n' } }],
    ['a short form in a long form', 'a:\n  Fn::Base64: !Sub x\n', { a: { 'Fn::Base64': { 'Fn::Sub': 'x' } } }],
    ['aliases', 'a: &x {b: !Ref C}\nd: [*x, *x]\n', { a: { b: { Ref: 'C' } }, d: [{ b: { Ref: 'C' } }, { b: { Ref: 'C' } }] }],
    ['the last anchor of a name', 'a: &x 1\nb: *x\nc: &x 2\nd: *x\n', { a: 1, b: 1, c: 2, d: 2 }],
    ['merged maps, whose entries give way', 'a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  z: 3\n  <<: [*a, *b]\n', {
      a: { x: 1, y: 1 }, b: { y: 2, z: 2 }, c: { x: 1, y: 1, z: 3 },
    }],
    ['a key that objects have anyway', 'constructor: 1\ntoString: 2', { constructor: 1, toString: 2 }],
  ])('reads %s', (_, text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  test('an entry `__proto__` is an entry', () => {
    expect(Object.keys(value('__proto__:\n  polluted: 1\n') as object)).toEqual(['__proto__']);
    expect((value('__proto__:\n  polluted: 1\n') as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('problems have their place', () => {
  test.each([
    ['a tab as indentation', 'a:\n\tb: 1\n', '2:1 tabs are not allowed as indentation'],
    ['a second document', 'a: 1\n---\nb: 2\n', '3:1 a second document begins here, and a template has only one'],
    ['a key that is a list', '? [a]\n: b\n', '1:3 a key must be a text'],
    ['an open bracket', 'a: [1\nb: 2', '2:1 flow sequence in block collection must be sufficiently indented and end with a ]'],
    ['an open quote', 'a: "x\n', '2:1 missing closing "quote'],
    ['two mappings in a line', 'a: b: c\n', '1:4 nested mappings are not allowed in compact mappings'],
    ['two tags', 'a: !Base64 !Sub x\n', '1:12 a node can have at most one tag'],
    ['an unknown tag', 'a:\n  - !Reff b\n', '2:11 `!Reff` is not a short form that CloudFormation knows'],
    ['a tag that CloudFormation does not take', 'a: !!binary eA==\n', '1:13 `!!binary` is not a short form that CloudFormation knows'],
    ['an alias without an anchor', 'a: *x\n', '1:4 the alias `*x` has no anchor before it'],
    ['an alias before its anchor', 'a: *x\nb: &x 1\n', '1:4 the alias `*x` has no anchor before it'],
    ['an alias within its anchor', 'a: &x\n  b: *x\n', '2:6 the alias `*x` stands within its own anchor'],
    ['a merged text', 'a: &x 1\nb:\n  <<: *x\n', '3:7 `<<` must merge maps'],
  ])('%s', (_, text, expected) => {
    expect(problem(text)).toBe(expected);
  });

  test('aliases that stand for too many values', () => {
    const levels = Array.from({ length: 10 }, (_, level) => `l${level}: &l${level} [${Array(10).fill(level === 0 ? 'x' : `*l${level - 1}`).join(', ')}]`);
    expect(problem(levels.join('\n'))).toMatch(/^6:\d+ it stands for more than 1000000 values, aliases included$/);
  });

  test.each([
    ['lists', '['.repeat(100_000)],
    ['maps', '{a: '.repeat(50_000)],
    ['blocks', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
    ['keys', '? '.repeat(50_000)],
  ])('too deep %s', (_, text) => {
    expect(problem(text)).toBe('1:1 it is nested more than 200 levels deep');
  });

  test('as deep as allowed', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect([problem(nested(200)), problem(nested(201))].map(text => text.slice(0, 9))).toEqual(['none, but', '1:1 it is']);
  });
});

test('the last of repeated keys counts, and each is listed', () => {
  const read = readYaml('a: 1\r\nb:\r\n  c: 1\r\n  c: 2\r\na: 3\r\n');

  expect(read).toMatchObject({
    value: { a: 3, b: { c: 2 } },
    repeated: [{ key: 'c', position: { line: 4, column: 3 } }, { key: 'a', position: { line: 5, column: 1 } }],
  });
  expect('problem' in read || read.positionOf(['a'])).toEqual({ line: 5, column: 1 });
});

describe('positions', () => {
  const text = 'a: 1\nb:\n  - c: !Sub\n      - x\n      - y: 2\n  - &z\n    d: {e: 3}\nf: *z\ng:\n  <<: *z\n  h: 4\n';
  const at = (...path: Array<string | number>) => {
    const read = readYaml(text);
    const { line, column } = 'problem' in read ? read.position : read.positionOf(path);
    return `${line}:${column}`;
  };

  test.each<[Array<string | number>, string]>([
    [[], '1:1'],
    [['a'], '1:1'],
    [['b', 0], '3:5'],
    [['b', 0, 'c'], '3:5'],
    [['b', 0, 'c', 'Fn::Sub', 1, 'y'], '5:9'],
    [['b', 1, 'd', 'e'], '7:9'],
    [['f', 'd'], '7:5'],
    [['g', 'd', 'e'], '7:9'],
    [['g', 'h'], '11:3'],
    [['b', 7], '2:1'],
    [['b', 0, 'nothing', 'c'], '3:5'],
    [['nothing'], '1:1'],
  ])('%j is at %s', (path, position) => {
    expect(at(...path)).toBe(position);
  });

  test('a byte order mark is not a column', () => {
    const read = readYaml('\uFEFFa: 1');
    expect('problem' in read || read.positionOf(['a'])).toEqual({ line: 1, column: 1 });
  });
});
