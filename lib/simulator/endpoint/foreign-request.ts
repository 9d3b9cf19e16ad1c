import type { IncomingHttpHeaders } from 'node:http';

/** The request was sent by a page of the web, in a browser on this machine: whoever can send requests can run the app's functions. */
export class ForeignRequestError extends Error {
  constructor(header: string) {
    super(`Refused: the simulator takes requests of this machine only, and the \`${header}\` header names another. Use the URL that \`listen\` returns.`);
    this.name = 'ForeignRequestError';
  }
}

const LOOPBACK = /^(?:(?:[a-z0-9-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/**
 * Looks at what browsers tell and pages cannot change: where a page is from, and by which name it found this machine.
 *
 * @throws ForeignRequestError when that is not this machine
 */
export function checkOrigin({ host, origin }: IncomingHttpHeaders): void {
  if (host !== undefined && !LOOPBACK.test(host)) throw new ForeignRequestError('Host');
  if (origin !== undefined && !LOOPBACK.test(origin.replace(/^https?:\/\//, ''))) throw new ForeignRequestError('Origin');
}
