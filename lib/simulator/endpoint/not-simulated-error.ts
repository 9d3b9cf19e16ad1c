/** A request for a service or an operation that the simulator does not serve. */
export class NotSimulatedError extends Error {
  /**
   * @param subject what was asked for
   * @param served what the simulator serves instead, as a list
   */
  constructor(subject: string, served: string) {
    super(`Not simulated: ${subject}. The simulator serves ${served}.`);
    this.name = 'NotSimulatedError';
  }
}

/** The services that the simulator serves. */
export const SERVED_SERVICES = 'Lambda, Amazon SQS, Amazon SNS, Amazon EventBridge and Amazon S3';

/** A list in words: "A, B and C". */
export function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
