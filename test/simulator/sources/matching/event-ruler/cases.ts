import * as fc from 'fast-check';
import { JsonNumber, readNumber } from '../../../../../lib/simulator/sources/matching/json-number';
import { addressDigits } from '../../../../../lib/simulator/sources/matching/operators/ip-address';

/** A pattern and an event, as texts of JSON. */
export type Case = readonly [pattern: string, event: string];

/** A number with its spelling. */
class Spelled {
  constructor(readonly text: string) {}
}

type Tree = string | boolean | null | Spelled | Tree[] | { [name: string]: Tree };

const NAMES = ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd', 'a', 'b', 'c', 'd', 'a', 'b', 'c', 'd', 'a', 'b', 'c', 'd', 'a', 'b', 'c', 'd', 'a.b', 'b.c', 'é', '', '$or', 'prefix'];

const TEXTS = [
  '', 'a', 'ab', 'abc', 'Abc', 'ABC', 'aXbXc', 'a*b', 'a\\b', '"', '""', '"a', 'a"', '*', '\\', '?', '??', 'ß', 'SS', 'ss', 'straße', 'İ', 'i', 'I', 'ı', 'K', 'k', 'Σ', 'ς', 'σ', 'é', 'É', 'ŉ',
  '😀', '😀a', 'true', 'null', '1', '1.0', 'N', '日本', '日本語', ' ', '\n', '\u0000', 'aaaa', 'abab', 'ababab', 'ﬁ', 'FI',
];

const ADDRESSES = [
  '10.0.0.1', '010.0.0.1', '10.0.0.255', '10.0.1.0', '10.255.255.255', '0.0.0.0', '255.255.255.255', '256.0.0.1', '1.2.3', '10.0.0.01', '0000010.0.0.1', '32.1.16.0', '32.1.13.184',
  '::', '::1', '0:0:0:0:0:0:0:1', '::0001', '::00001', '2001:db8::1', '2001:DB8:0:0::1', '2001:db8::ffff', '0a00::1', 'a00:1::', '::ffff:a00:1', '::ffff:0:0', ':', ':::', '1::2::3', '1:2:3:4:5:6:7:8',
  '1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8:9', '12345::', 'fffff::', '1:', ':1',
];

const NUMBERS = [
  '0', '-0', '0.0', '-0.0', '1', '1.0', '1e0', '10e-1', '0.1e1', '-1', '2', '2.5', '100', '1e2', '300', '300.0', '3.0e2', '3e+2', '0.1', '0.30000000000000004', '0.3', '0.1000000000000000055',
  '9007199254740991', '9007199254740992', '9007199254740993', '9007199254740993.0', '-9007199254740993', '12345678901234567890', '123456789012', '1e400', '-1e400', '1e-400', '5e-324', '4.9e-324',
  '1.7976931348623157e308', '-1.7976931348623157e308', '1e308', '2.2250738585072014e-308', '1E5', '100000', '1e15', '1e16', '1e17', '1e22', '0.000001', '1e-7', '0.00000012', '5000000000', '5000000001',
];

/** Makes patterns and events of which about half match. */
export const cases: fc.Arbitrary<Case> = fc.gen().map(g => new Maker(g).make());

class Maker {
  constructor(private readonly g: fc.GeneratorValue) {}

  make(): Case {
    const event = this.object(this.below(3) + 1);
    const pattern = written(this.pattern(event));
    // Among addresses, event-ruler looks at the spelling of numbers, of which JavaScript keeps none.
    return [pattern, written(event, /"cidr"|"[\da-f]*[.:][\da-f.:]*"/i.test(pattern))];
  }

  // Events

  private object(depth: number): { [name: string]: Tree } {
    return Object.fromEntries(Array.from({ length: 1 + this.below(3) }, () => [this.name(), this.child(depth - 1)]));
  }

  private child(depth: number): Tree {
    const kind = this.below(10);
    if (depth > 0 && kind < 4) {
      return this.object(depth);
    }
    if (kind < 7) {
      return Array.from({ length: this.below(4) }, () => this.element(depth));
    }
    return this.scalar();
  }

  private element(depth: number): Tree {
    if (depth > 0 && this.below(3) > 0) {
      return this.object(depth);
    }
    return this.below(6) === 0 ? [this.scalar(), ...depth > 0 ? [this.object(depth)] : []] : this.scalar();
  }

  private scalar(): Tree {
    const kind = this.below(12);
    return kind < 4 ? this.one(TEXTS)
      : kind < 5 ? this.one(ADDRESSES)
        : kind < 9 ? new Spelled(this.one(NUMBERS))
          : kind < 10 ? new Spelled(this.number())
            : this.one([true, false, null]);
  }

  /** At most 15 digits before an exponent that makes it smaller: Java 17 writes some doubles with more of them than they need, which later versions do not. */
  private number(): string {
    return this.below(2) === 0 ? `${this.g(fc.integer)}` : `${this.g(fc.integer)}.${this.below(100_000)}e-${this.below(300)}`;
  }

  // Patterns

  private pattern(event: { [name: string]: Tree }): Tree {
    const fields = this.fields(event);
    if (this.below(40) === 0) {
      return this.legacyOr(event);
    }
    if (this.below(5) > 0) {
      return nested(fields);
    }
    const alternatives = Array.from({ length: 2 + this.below(2) }, () => nested(this.fields(event)));
    if (this.below(4) === 0) {
      alternatives.push({ $or: [nested(this.fields(event)), nested(this.fields(event))], ...nested(this.fields(event)) });
    }
    return this.below(2) === 0 ? { ...nested(fields), $or: alternatives } : { $or: alternatives, ...this.below(2) === 0 ? nested(fields) : {} };
  }

  /** `$or` as the name of a field. */
  private legacyOr(event: { [name: string]: Tree }): Tree {
    return this.one<Tree>([
      { $or: nested(this.fields(event)) },
      { $or: [nested(this.fields(event))] },
      { $or: [this.matcher(this.scalar()), this.matcher(this.scalar())] },
      { $or: [this.scalar(), this.scalar()] },
    ]);
  }

  private fields(event: { [name: string]: Tree }): Array<[string[], Tree[]]> {
    const found = leaves(event);
    return Array.from({ length: 1 + this.below(3) }, (): [string[], Tree[]] => {
      const [path, value] = found.length > 0 && this.below(8) > 0 ? this.one(found) : this.anywhere();
      return [path, this.values(value)];
    });
  }

  private anywhere(): [string[], undefined] {
    return [Array.from({ length: 1 + this.below(2) }, () => this.name()), undefined];
  }

  private values(value: Tree | undefined): Tree[] {
    const values = Array.from({ length: 1 + this.below(2) }, () => {
      const near = value !== undefined && this.below(5) > 0 ? value : this.scalar();
      return this.below(2) === 0 ? near : this.matcher(near);
    });
    return this.below(300) === 0 ? [] : this.below(300) === 0 ? [...values, values] : values;
  }

  private matcher(near: Tree): Tree {
    const kind = this.below(16);
    if (kind === 0) {
      return { exists: this.below(2) === 0 };
    }
    if (kind === 1 && this.below(6) === 0) {
      return this.broken();
    }
    if (kind < 5) {
      return { 'anything-but': this.excluded(near) };
    }
    if (near instanceof Spelled) {
      return { numeric: this.range(near) };
    }
    if (typeof near === 'string') {
      return addressDigits(near) !== undefined && this.below(4) > 0 ? { cidr: this.block(near) } : this.textMatcher(near);
    }
    return near;
  }

  private textMatcher(near: string): Tree {
    switch (this.below(7)) {
      case 0: return { prefix: this.start(near) };
      case 1: return { suffix: this.end(near) };
      case 2: return { prefix: { 'equals-ignore-case': this.otherCase(this.start(near)) } };
      case 3: return { suffix: { 'equals-ignore-case': this.otherCase(this.end(near)) } };
      case 4: return { 'equals-ignore-case': this.otherCase(near) };
      case 5: return { exactly: near };
      default: return { wildcard: this.wildcard(near) };
    }
  }

  private excluded(near: Tree): Tree {
    const text = typeof near === 'string' ? near : this.one(TEXTS);
    switch (Math.floor(this.below(29) / 4)) {
      case 0: return typeof near === 'string' || near instanceof Spelled ? near : text;
      case 1: return [text, this.one(TEXTS)];
      case 2: return [near instanceof Spelled ? near : new Spelled(this.one(NUMBERS)), new Spelled(this.one(NUMBERS))];
      case 3: return { prefix: this.listed(this.start(text)) };
      case 4: return { suffix: this.listed(this.end(text)) };
      case 5: return { 'equals-ignore-case': this.listed(this.otherCase(text)) };
      case 6: return { wildcard: this.listed(this.wildcard(text)) };
      default: return this.one<Tree>([[], [near], [text, new Spelled('1')], { prefix: near }, { numeric: [] }, true, null, [null], { prefix: 'a', suffix: 'b' }]);
    }
  }

  private range(near: Spelled): Tree {
    if (near.text.endsWith('308')) {
      return ['=', near];
    }
    const other = new Spelled(this.one(NUMBERS.filter(text => !text.endsWith('308'))));
    switch (this.below(8)) {
      case 0: return ['=', near];
      case 1: return [this.one(['<', '<=', '>', '>=']), near];
      case 2: return [this.one(['<', '<=', '>', '>=']), other];
      case 3: return [this.one(['>', '>=']), near, this.one(['<', '<=']), other];
      case 4: return [this.one(['>', '>=']), other, this.one(['<', '<=']), near];
      case 5: return [this.one(['>', '>=']), new Spelled('-1e300'), this.one(['<', '<=']), near];
      case 6: return [this.one(['>', '>=']), near, this.one(['<', '<=']), new Spelled('1e300')];
      default: return this.below(4) > 0 ? ['=', near] : this.one<Tree>([[], ['='], [near], ['=', near, '<', other], ['<', near, '>', other], ['!=', near], ['>', near, '<'], ['>', near, '>', other], ['=', '1'], ['>', near, '<', other, '<', other], '=', ['=', null]]);
    }
  }

  private block(near: string): string {
    return `${near}/${this.below(30) === 0 ? this.one(['', '-1', '+8', '08', '32', '33', '128', '127', 'x', '8/', '8//', '/8', '1.5']) : this.below(near.includes(':') ? 128 : 32)}`;
  }

  private broken(): Tree {
    return this.one<Tree>([
      {}, { a: [] }, { prefix: true }, { suffix: null }, { prefix: { prefix: 'a' } }, { suffix: { 'equals-ignore-case': null } }, { exists: 'true' }, { exists: null }, { prefix: 'a', suffix: 'b' },
      { wildcard: 'a**b' }, { wildcard: 'a\\b' }, { wildcard: 'a\\' }, { wildcard: '\\*\\\\' }, { cidr: '10.0.0.1' }, { cidr: null }, { 'equals-ignore-case': null }, { exactly: null }, { numeric: null },
      { prefix: [] }, { 'equals-ignore-case': ['a'] }, { wildcard: ['a'] }, { prefix: { 'equals-ignore-case': 'a', 'x': 'y' } },
    ]);
  }

  private listed(text: string): Tree {
    return this.below(2) === 0 ? text : [text, this.one(TEXTS)];
  }

  private start(text: string): string {
    return [...text].slice(0, this.below([...text].length + 1)).join('');
  }

  private end(text: string): string {
    return [...text].slice(this.below([...text].length + 1)).join('');
  }

  private otherCase(text: string): string {
    return this.one([text, text.toUpperCase(), text.toLowerCase()]);
  }

  private wildcard(text: string): string {
    const units = [...text].map(unit => unit === '*' || unit === '\\' ? this.below(10) === 0 ? unit : `\\${unit}` : this.below(4) === 0 ? '*' : unit);
    const around = `${this.below(3) === 0 ? '*' : ''}${units.join('')}${this.below(3) === 0 ? '*' : ''}`;
    return this.below(20) === 0 ? around : around.replace(/(?<!\\)\*{2,}/g, '*');
  }

  private name(): string {
    return this.one(NAMES);
  }

  private one<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)];
  }

  private below(bound: number): number {
    return this.g(fc.nat, bound - 1);
  }
}

/** The simple values of an event with the names that lead to them. */
function leaves(value: Tree, path: string[] = []): Array<[string[], Tree]> {
  if (Array.isArray(value)) {
    return value.flatMap(element => leaves(element, path));
  }
  if (typeof value !== 'object' || value === null || value instanceof Spelled) {
    return path.length === 0 ? [] : [[path, value]];
  }
  return Object.entries(value).flatMap(([name, child]) => leaves(child, [...path, name]));
}

function nested(fields: ReadonlyArray<[string[], Tree[]]>): { [name: string]: Tree } {
  const root: { [name: string]: Tree } = {};
  for (const [path, values] of fields) {
    let at = root;
    for (const name of path.slice(0, -1)) {
      const inner = at[name];
      at = (at[name] = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {}) as { [name: string]: Tree };
    }
    at[path[path.length - 1]] = values;
  }
  return root;
}

function written(value: Tree, uniformly = false): string {
  if (value instanceof Spelled) {
    return uniformly && !(readNumber(value.text) instanceof JsonNumber) ? String(Number(value.text)) : value.text;
  }
  if (Array.isArray(value)) {
    return `[${value.map(each => written(each, uniformly)).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value).map(([name, child]) => `${JSON.stringify(name)}:${written(child, uniformly)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
