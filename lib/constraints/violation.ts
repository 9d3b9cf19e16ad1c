import type { Constraint, NumberConstraint, SizeConstraint, TextConstraint } from './constraint';

const LONGEST_QUOTE = 100;

/**
 * A sentence about how a value breaks a limit; `undefined` if it does not.
 *
 * @param constraint the documented limit
 * @param value the value as it is sent, never a token
 * @param property the name of the value, if users know it by another name
 */
export function violation(constraint: Constraint, value: unknown, property = constraint.property): string | undefined {
  const got = rejection(constraint, value);
  return got === undefined ? undefined : `\`${property}\` must ${statement(constraint)}, got: ${got}`;
}

/** The rule of a constraint, to follow "must ". */
export function statement(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'number': return `be ${constraint.integer ? 'an integer' : 'a number'} ${range(constraint)}${unit(constraint)}`;
    case 'text': return `be ${extent(constraint)} characters${constraint.grammar ? `: ${constraint.grammar}` : ''}`;
    case 'size': return `be ${extent(constraint)}${unit(constraint)}`;
    case 'count': return `have at most ${constraint.max}${unit(constraint)}`;
    case 'choice': return `be one of ${constraint.values.join(', ')}`;
  }
}

/** What a message shows after "got: " if the value breaks the constraint. */
function rejection(constraint: Constraint, value: unknown): string | undefined {
  switch (constraint.kind) {
    case 'number': return isWithin(constraint, value) ? undefined : quoted(value);
    case 'text': return matches(constraint, value) ? undefined : quoted(value, constraint.max);
    case 'size': return missized(constraint, value);
    case 'count': return entries(value) <= constraint.max ? undefined : `${entries(value)}`;
    case 'choice': return constraint.values.some(choice => choice === value) ? undefined : quoted(value);
  }
}

function isWithin({ min, max, integer }: NumberConstraint, value: unknown): boolean {
  return typeof value === 'number' && value >= min && value <= max && (!integer || Number.isInteger(value));
}

/** Compares the length first, so that the pattern only runs over texts of a limited length. */
function matches({ min, max, pattern }: TextConstraint, value: unknown): boolean {
  return typeof value === 'string'
    && value.length >= min
    && value.length <= max
    && whole(pattern).test(value);
}

const PATTERNS = new Map<string, RegExp>();

/** Matches whole texts. Kept, because most patterns serve many values. */
function whole(pattern: string): RegExp {
  const found = PATTERNS.get(pattern) ?? new RegExp(`^(?:${pattern})$`);
  PATTERNS.set(pattern, found);
  return found;
}

function missized(constraint: SizeConstraint, value: unknown): string | undefined {
  const text = serialized(value);
  if (text === undefined) {
    return 'something that is not JSON';
  }
  const size = byteLength(text);
  return size >= (constraint.min ?? 0) && size <= constraint.max ? undefined : `${size}${unit(constraint)}`;
}

/** The text that is sent: a text unchanged, other values as JSON; `undefined` if JSON cannot represent the value. */
function serialized(value: unknown): string | undefined {
  try {
    return typeof value === 'string' ? value : JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/**
 * The length of a text in UTF-8, counted without `Buffer`, so that this folder runs anywhere.
 *
 * By code units: iterating over the characters takes ten times as long, which is seconds for a response of 200 MB.
 */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) {
      continue;
    }
    if (isPair(code, text.charCodeAt(index + 1))) {
      index += 1;
    }
    bytes += code < 0x800 ? 1 : 2;
  }
  return bytes;
}

/** Whether two code units are one character, which takes four bytes. */
function isPair(high: number, low: number): boolean {
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}

function entries(value: unknown): number {
  return Object.keys(value ?? {}).length;
}

function unit(constraint: { unit?: string }): string {
  return constraint.unit ? ` ${constraint.unit}` : '';
}

function range({ min, max }: NumberConstraint): string {
  return max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `between ${min} and ${max}`;
}

function extent({ min = 0, max }: TextConstraint | SizeConstraint): string {
  return min === 0 ? `at most ${max}` : min === max ? `${max}` : `${min} to ${max}`;
}

/**
 * A value as it stands in a message.
 *
 * A long text is cut off, and its length added.
 * Lists and objects are not shown, because they may contain secrets.
 *
 * @param longest the length above which the length is added
 */
export function quoted(value: unknown, longest = LONGEST_QUOTE): string {
  if (typeof value === 'string') {
    const text = JSON.stringify(value.slice(0, LONGEST_QUOTE));
    const ellipsis = value.length > LONGEST_QUOTE ? '…' : '';
    const length = value.length > Math.min(longest, LONGEST_QUOTE) ? ` (${value.length} characters)` : '';
    return `${text}${ellipsis}${length}`;
  }
  if (typeof value === 'function' || (typeof value === 'object' && value !== null)) {
    return Array.isArray(value) ? 'a list' : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
  }
  return String(value);
}
