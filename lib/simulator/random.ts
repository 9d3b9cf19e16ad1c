import { sha256 } from '../doors/hash';

/** Pseudo-random numbers and ids: the same seed yields the same ones in every run. */
export class Random {
  private draws = 0;

  constructor(private readonly seed: number) {}

  /** The next number: at least 0, below 1. */
  next(): number {
    this.draws += 1;
    return parseInt(this.digest('draw', this.draws).slice(0, 12), 16) / 2 ** 48;
  }

  /** The UUID of the thing with that number. It does not depend on the order of calls, so it can be made on demand. */
  uuid(number: number, purpose = 'event'): string {
    return uuidOf(this.digest(purpose, number));
  }

  private digest(purpose: string, number: number): string {
    return sha256(`${this.seed} ${purpose} ${number}`);
  }
}

/** A UUID of version 4, made from the hexadecimal digits of a hash. */
export function uuidOf(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `${'89ab'[parseInt(hex[17], 16) % 4]}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
