/** The behaviour of Lambda is neither documented nor recorded here, and the simulator does not guess. */
export class NotKnownError extends Error {
  /**
   * @param subject what is unknown, as a clause: "what Lambda does with …"
   * @param remedy what to do instead, as a sentence
   */
  constructor(subject: string, remedy: string) {
    super(`The simulator does not know ${subject}. ${remedy}`);
    this.name = 'NotKnownError';
  }
}
