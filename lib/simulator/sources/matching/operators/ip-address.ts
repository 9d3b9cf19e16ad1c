import type { ValueTest } from './value-test';
import { JsonNumber } from '../json-number';

const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;
const IPV6 = /^[\da-fA-F:]*:[\da-fA-F:]*$/;

/** The longest text of an IPv4 address. */
const IPV4_LENGTH = 15;

/**
 * An address as hexadecimal digits: 8 for IPv4, 32 for IPv6.
 *
 * @returns undefined for a text that is not an address
 */
export function addressDigits(text: string): string | undefined {
  return IPV4.test(text) ? ipv4(text) : IPV6.test(text) ? ipv6(text) : undefined;
}

/**
 * The addresses between two others.
 *
 * event-ruler compares digit by digit until one decides. So an IPv6 address can be in a range of IPv4 addresses, and vice versa.
 */
export class AddressRange {
  constructor(readonly bottom: string, readonly top: string) {}

  /**
   * Whether a string is an address of the range.
   *
   * @param comparesNumbers whether the field is compared with numbers, too. If not, event-ruler takes the text of a number for the digits of an address
   */
  test(comparesNumbers: boolean): ValueTest {
    return value => {
      const digits = typeof value === 'string' ? addressDigits(value)
        : typeof value === 'number' && !comparesNumbers ? String(value)
          : value instanceof JsonNumber ? value.text : undefined;
      return digits !== undefined && isBetween(digits, this.bottom, this.top);
    };
  }
}

function isBetween(digits: string, bottom: string, top: string): boolean {
  let [aboveBottom, belowTop] = [false, false];
  for (let index = 0; index < bottom.length; index += 1) {
    const digit = digits[index] as string | undefined;
    if (digit === undefined || !/[\dA-F]/.test(digit) || !aboveBottom && digit < bottom[index] || !belowTop && digit > top[index]) {
      return false;
    }
    aboveBottom ||= digit > bottom[index];
    belowTop ||= digit < top[index];
    if (aboveBottom && belowTop) {
      return true;
    }
  }
  return true;
}

/**
 * The addresses of a block such as `10.0.0.0/24`.
 *
 * @returns undefined if the text is not a block: EventBridge takes 0 to 31 bits for IPv4, 0 to 127 for IPv6
 */
export function blockOf(cidr: string): AddressRange | undefined {
  const [, address, mask] = /^([^/]*)\/([+-]?\d{1,10})\/*$/.exec(cidr) ?? [];
  const digits = address === undefined ? undefined : addressDigits(address);
  if (digits === undefined) {
    return undefined;
  }
  const size = digits.length * 4;
  const bits = Number(mask);
  if (bits < 0 || bits >= size) {
    return undefined;
  }
  const count = 2n ** BigInt(size - bits);
  const number = BigInt(`0x${digits}`);
  const bottom = number - number % count;
  return new AddressRange(hex(bottom, digits.length), hex(bottom + count - 1n, digits.length));
}

function hex(number: number | bigint, length: number): string {
  return number.toString(16).padStart(length, '0').toUpperCase();
}

/** Leading zeros are allowed: 010.0.0.1 is 10.0.0.1. */
function ipv4(text: string): string | undefined {
  const parts = text.split('.').map(Number);
  return text.length > IPV4_LENGTH || parts.some(part => part > 255) ? undefined : parts.map(part => hex(part, 2)).join('');
}

function ipv6(text: string): string | undefined {
  const halves = text.split('::');
  const [head, tail] = halves.map(half => half === '' ? [] : half.split(':'));
  const count = head.length + (tail?.length ?? 0);
  if (halves.length > 2 || (tail === undefined ? count !== 8 : count > 7)) {
    return undefined;
  }
  const groups = [...head, ...Array<string>(8 - count).fill('0'), ...tail ?? []];
  if (groups.some(group => group === '' || parseInt(group, 16) > 0xffff)) {
    return undefined;
  }
  const digits = groups.map(group => hex(parseInt(group, 16), 4)).join('');
  return /^0{20}FFFF/.test(digits) ? digits.slice(24) : digits;
}
