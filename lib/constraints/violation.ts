import type { Constraint, NumberConstraint, SizeConstraint, TextConstraint } from './constraint';

const LONGEST_QUOTE = 100;

/**
 * Says in one sentence how a value breaks a constraint, or nothing when it does not.
 *
 * @param constraint the documented limit
 * @param value the value as it will be sent; never a token, which nobody can compare
 * @param property what to call the value, when users know it under another name
 */
export function violation(constraint: Constraint, value: unknown, property = constraint.property): string | undefined {
  const got = rejection(constraint, value);
  return got === undefined ? undefined : `\`${property}\` must ${statement(constraint)}, got: ${got}`;
}

/** The rule of a constraint, to follow "must ". */
export function statement(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'number': return `be ${constraint.integer ? 'an integer' : 'a number'} between ${constraint.min} and ${constraint.max}${unit(constraint)}`;
    case 'text': return `be ${constraint.min} to ${constraint.max} characters: ${constraint.grammar}`;
    case 'size': return `be at most ${constraint.max}${unit(constraint)}`;
    case 'count': return `have at most ${constraint.max}${unit(constraint)}`;
    case 'choice': return `be one of ${constraint.values.join(', ')}`;
  }
}

/** What a message shows after "got: " if the value breaks the constraint. */
function rejection(constraint: Constraint, value: unknown): string | undefined {
  switch (constraint.kind) {
    case 'number': return isWithin(constraint, value) ? undefined : quoted(value);
    case 'text': return matches(constraint, value) ? undefined : quoted(value);
    case 'size': return tooLarge(constraint, value);
    case 'count': return entries(value) <= constraint.max ? undefined : `${entries(value)}`;
    case 'choice': return constraint.values.some(choice => choice === value) ? undefined : quoted(value);
  }
}

function isWithin({ min, max, integer }: NumberConstraint, value: unknown): boolean {
  return typeof value === 'number' && value >= min && value <= max && (!integer || Number.isInteger(value));
}

function matches({ min, max, pattern }: TextConstraint, value: unknown): boolean {
  return typeof value === 'string'
    && value.length >= min
    && value.length <= max
    && new RegExp(`^(?:${pattern})$`).test(value);
}

function tooLarge(constraint: SizeConstraint, value: unknown): string | undefined {
  const size = byteLength(typeof value === 'string' ? value : JSON.stringify(value));
  return size <= constraint.max ? undefined : `${size}${unit(constraint)}`;
}

/** The length of a text in UTF-8, counted without `Buffer`, so that this folder runs anywhere. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function entries(value: unknown): number {
  return Object.keys(value as object).length;
}

function unit(constraint: { unit?: string }): string {
  return constraint.unit ? ` ${constraint.unit}` : '';
}

/** A value as it stands in a message: JSON, shortened when long. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE)}… (${text.length} characters)`;
}
