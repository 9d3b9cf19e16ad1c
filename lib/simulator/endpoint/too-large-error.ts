/** A request whose body is longer than the simulator keeps. The services would refuse most of them, too, in words that were not recorded. */
export class TooLargeError extends Error {
  constructor(size: number, longest: number) {
    super(`Refused: the body has ${size} bytes, and the simulator takes at most ${longest} of such a request.`);
    this.name = 'TooLargeError';
  }
}
