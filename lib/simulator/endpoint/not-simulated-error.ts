/** The request is for something that is no part of the simulation, whatever the real service does with it. */
export class NotSimulatedError extends Error {
  constructor(subject: string) {
    super(
      `Not simulated: ${subject}. Simulated are Invoke and InvokeAsync, event invoke configs, aliases, reserved concurrency, `
      + 'PublishVersion, ListVersionsByFunction, GetFunction, GetFunctionConfiguration and DeleteFunction.',
    );
    this.name = 'NotSimulatedError';
  }
}
