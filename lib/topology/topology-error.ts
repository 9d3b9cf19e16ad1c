/** An app that cannot be read. The message names the file, stack or resource, the reason, and what to do. */
export class TopologyError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TopologyError';
  }
}
