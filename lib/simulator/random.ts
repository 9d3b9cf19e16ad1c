/** Numbers and ids that look random and are the same in every run with the same seed. */
export class Random {
  private state: number;

  constructor(private readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** At least 0, below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    return mixed(this.state) / 0x1_0000_0000;
  }

  /** The UUID of something that has a number, without a draw: so it may be made when somebody asks for it. */
  uuid(number: number, purpose = 0): string {
    let hex = '';
    for (let word = 0; word < 4; word += 1) {
      const base = mixed((this.seed ^ Math.imul(purpose + 1, 0x9e3779b1)) >>> 0);
      const low = mixed((base + number + Math.imul(word + 1, 0x85ebca6b)) >>> 0);
      hex += mixed((low ^ Math.imul(Math.floor(number / 0x1_0000_0000) + word, 0xc2b2ae35)) >>> 0).toString(16).padStart(8, '0');
    }
    const variant = (8 + (parseInt(hex[16], 16) & 3)).toString(16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}

/** One step of the generator known as mulberry32. */
function mixed(value: number): number {
  let mixing = Math.imul(value ^ (value >>> 15), value | 1);
  mixing ^= mixing + Math.imul(mixing ^ (mixing >>> 7), mixing | 61);
  return (mixing ^ (mixing >>> 14)) >>> 0;
}
