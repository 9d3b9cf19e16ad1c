/** A request for an operation that the simulator does not serve. */
export class NotSimulatedError extends Error {
  constructor(subject: string) {
    super(
      `Not simulated: ${subject}. The simulator serves Invoke, InvokeAsync, event invoke configs, aliases, permissions, reserved `
      + 'concurrency, PublishVersion, ListVersionsByFunction, GetFunction, GetFunctionConfiguration, UpdateFunctionConfiguration and DeleteFunction.',
    );
    this.name = 'NotSimulatedError';
  }
}
