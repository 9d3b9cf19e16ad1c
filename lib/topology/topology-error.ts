/** Says which file, stack or resource of an app cannot be read, why, and what to do. */
export class TopologyError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TopologyError';
  }
}
