import { equalsIgnoreCase, prefixIgnoreCase, suffixIgnoreCase } from './ignore-case';
import { addressDigits, AddressRange, blockOf } from './ip-address';
import type { ValueTest } from './value-test';
import { wildcard, wildcardParts } from './wildcard';
import { invalid, shown } from '../invalid-pattern-error';

/**
 * The address that a string is. A string in a pattern that is an IP address matches that address in all its spellings.
 *
 * @see https://github.com/aws/event-ruler, `CIDR.ipToRangeIfPossible`
 */
export function address(value: string): AddressRange | undefined {
  const digits = addressDigits(value);
  return digits === undefined ? undefined : new AddressRange(digits, digits);
}

export function block(operand: unknown, place: string): AddressRange {
  const addresses = blockOf(text(operand, place));
  if (addresses === undefined) {
    throw invalid(place, 'be a block of IP addresses with 0 to 31 bits for IPv4, or 0 to 127 bits for IPv6', shown(operand), 'Write it like "10.0.0.0/24", or the address itself instead of the operator');
  }
  return addresses;
}

export function wildcardTest(operand: unknown, place: string): ValueTest {
  const parts = wildcardParts(text(operand, place));
  if (parts === undefined) {
    throw invalid(place, 'not have two `*` in a row, and a backslash only before `*` or another backslash', shown(operand), 'Remove one `*`, or write a backslash as `\\\\`');
  }
  return wildcard(parts);
}

/** The only entry of an operand such as `{ "equals-ignore-case": "x" }`. */
export function entry(operand: object, place: string, names: readonly string[]): [name: string, value: unknown] {
  const [found, ...others] = Object.entries(operand);
  if (Array.isArray(operand) || others.length > 0 || found === undefined || !names.includes(found[0])) {
    const listed = names.map(name => `\`${name}\``).join(', ');
    throw invalid(place, names.length === 1 ? `have the one key ${listed}` : `have one key of ${listed}`, shown(operand), 'Write each operator as an object of its own');
  }
  return found;
}

export function text(operand: unknown, place: string): string {
  if (typeof operand !== 'string') {
    throw invalid(place, 'be a string', shown(operand), 'Write the value in quotes');
  }
  return operand;
}

/** `prefix` and `suffix` take a text, or one whose case is ignored. */
export function affixed(plain: (text: string) => ValueTest, ignoring: (text: string) => ValueTest) {
  return (operand: unknown, place: string): ValueTest => {
    if (typeof operand !== 'object' || operand === null) {
      return plain(text(operand, place));
    }
    const [name, value] = entry(operand, place, ['equals-ignore-case']);
    return ignoring(text(value, `${place}.${name}`));
  };
}

export const IGNORING_CASE = { equals: equalsIgnoreCase, prefix: prefixIgnoreCase, suffix: suffixIgnoreCase };
