/** Nobody has recorded or documented what the real service does here, so the simulator does not make it up. */
export class NotKnownError extends Error {
  /**
   * @param subject what is not known, as a clause: "what Lambda does with …"
   * @param remedy what to do instead, as a sentence
   */
  constructor(subject: string, remedy: string) {
    super(`Not known of the real service: ${subject}. ${remedy}`);
    this.name = 'NotKnownError';
  }
}
