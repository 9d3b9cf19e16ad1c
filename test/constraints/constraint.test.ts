import * as fs from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { constraints, facts, files, names } from './tables';
import type { TextConstraint } from '../../lib/constraints/constraint';
import { violation } from '../../lib/constraints/violation';

/** A well-formed text of a given length, where a row of letters is not one. */
const SAMPLES: Record<string, (length: number) => string> = {
  ACCOUNT: length => '1'.repeat(length),
  ADDITIONAL_VERSION: length => '1'.repeat(length),
  ALIAS_VERSION: length => '1'.repeat(length),
  DEAD_LETTER_TARGET_ARN: length => length && 'arn:aws:sqs:'.padEnd(length, 'q') || '',
  DESTINATION_ARN: length => length && 'arn:aws:sqs:us-east-1:123456789012:'.padEnd(length, 'q') || '',
  FUNCTION_ARN: length => 'arn:aws:lambda:us-east-1:123456789012:function:f'.padEnd(length, 'f'),
  PERMISSION_ACTION: length => length === 1 ? '*' : 'lambda:'.padEnd(length, 'a'),
  OIDC_PROVIDER: length => 'acs:ram::1:oidc-provider/'.padEnd(length, 'o'),
  REGION: length => length < 6 ? 'cn-'.padEnd(length, 'a') : `eu-${'x'.repeat(length - 5)}-1`,
  RECORDED_ALIAS_VERSION: length => '1'.repeat(length),
  RECORDED_DESTINATION_ARN: length => length && 'arn:aws:sqs:us-east-1:123456789012:'.padEnd(length, 'q') || '',
  RESOURCE_TYPE: length => 'ALIYUN::'.padEnd(length, 'A'),
  ROLE: length => 'acs:ram::1:role/'.padEnd(length, 'r'),
  ROLE_ARN: length => 'arn:aws:iam::123456789012:role/'.padEnd(length, 'r'),
  SOURCE_ACCOUNT: length => '1'.repeat(length),
  VERSION: length => '1'.repeat(length),
};

/** What makes a pattern with two ways to read a text try them all. */
const HOSTILE = ['a', '-', ':', '1', 'arn:aws', ':lambda:', 'us-gov-east-1', 'function:', '$LATEST', 'aa-aa-', 'aws-', '!', '\n'];

const all = constraints().map(entry => [`${entry.file} ${entry.name}`, entry.value] as const);
const texts = constraints()
  .filter(({ value }) => value.kind === 'text')
  .map(({ file, name, value }) => [`${file} ${name}`, value as TextConstraint, SAMPLES[name] ?? (length => 'a'.repeat(length))] as const);

test('every table has its test', () => {
  const tests = files().map(file => path.join(__dirname, file.replace(/\.ts$/, '.test.ts')));

  expect(tests.filter(file => !fs.existsSync(file))).toEqual([]);
  expect(constraints().length).toBeGreaterThan(40);
});

test('every entry is used outside of the tests', () => {
  const lib = path.join(__dirname, '../../lib');
  const sources = fs.readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
    .map(file => fs.readFileSync(path.join(lib, file), 'utf8')).join('\n');
  const words = new Map<string, number>();
  for (const [word] of sources.matchAll(/\w+/g)) {
    words.set(word, (words.get(word) ?? 0) + 1);
  }

  // Facts are there to be read: the page of the evidence lists them all.
  const told = new Set(facts().map(({ name }) => name));

  expect(names().filter(name => words.get(name)! < 2 && !told.has(name))).toEqual([]);
});

describe.each(all)('%s', (_, constraint) => {
  test('has a property, a parameter and a source', () => {
    expect(constraint.property).toMatch(/^[a-z][A-Za-z0-9.[\]]*$/);
    expect(constraint.parameter).toMatch(/\S/);
    expect(constraint.source).toMatch(/^(AWS|Amazon|Alibaba Cloud|recorded) /);
    expect(constraint.note ?? 'As documented.').toMatch(/^[A-Z].*\.$/);
  });

  test('accepts both bounds, and nothing beyond', () => {
    const { inside, outside } = bounds();

    expect(inside.map(value => violation(constraint, value))).toEqual(inside.map(() => undefined));
    for (const value of outside) {
      expect(violation(constraint, value)).toMatch(/^`\S+` must (be|have) .*, got: \S/);
    }
  });

  function bounds(): { inside: unknown[]; outside: unknown[] } {
    switch (constraint.kind) {
      case 'number': return {
        inside: [constraint.min, constraint.max, constraint.default ?? constraint.min],
        outside: [constraint.min - 1, constraint.max + 1, `${constraint.min}`, NaN, ...constraint.integer ? [constraint.min + 0.5] : []],
      };
      case 'text': return { inside: [], outside: [undefined, null, 1, [], {}] };
      case 'size': return {
        inside: [sized(constraint.max), sized(constraint.min ?? 0)],
        outside: [sized(constraint.max + 1), ...constraint.min ? [sized(constraint.min - 1)] : []],
      };
      case 'count': return { inside: [[], Array(constraint.max).fill(0)], outside: [Array(constraint.max + 1).fill(0)] };
      case 'choice': return { inside: [...constraint.values], outside: ['', constraint.values[0].toUpperCase() + 'S', undefined, constraint.values] };
    }
  }
});

describe.each(texts)('%s', (_, constraint, sample) => {
  const roomy = { ...constraint, max: constraint.max + 1 };

  test('accepts the shortest and the longest text, and nothing beyond', () => {
    const shortest = sample(constraint.min);
    const longest = sample(constraint.max);

    expect(violation(constraint, shortest)).toBeUndefined();
    expect(violation(constraint, longest)).toBeUndefined();
    expect(longest).toHaveLength(constraint.max);
    expect(violation(constraint, sample(constraint.max + 1))).toContain(`(${constraint.max + 1} characters)`);
    if (constraint.min > 0) {
      expect(shortest).toHaveLength(constraint.min);
      expect(violation(constraint, shortest.slice(1))).toBeDefined();
    }
  });

  test('has a pattern that the walker anchors', () => {
    expect(() => new RegExp(constraint.pattern)).not.toThrow();
    expect(constraint.pattern).not.toMatch(/^\^|[^\\]\$$/);
    if (constraint.grammar) {
      expect(violation(roomy, `\n${sample(constraint.max)}`)).toBeDefined();
      expect(violation(roomy, `${sample(constraint.max)}\n`)).toBeDefined();
    }
  });

  test('answers hostile texts', () => {
    const hostile = fc.tuple(fc.constantFrom(...HOSTILE), fc.constantFrom(...HOSTILE), fc.constantFrom(...HOSTILE), fc.nat(constraint.max))
      .map(([start, middle, end, length]) => `${start}${middle.repeat(length)}`.slice(0, constraint.max - end.length) + end);
    fc.assert(fc.property(hostile, text => {
      violation(constraint, text);
    }), { numRuns: 200 });
  });
});

/** A text of so many bytes. */
function sized(bytes: number): string {
  return 'a'.repeat(bytes);
}
