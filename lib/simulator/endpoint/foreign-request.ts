import type { IncomingHttpHeaders } from 'node:http';

/** A request from a web page in a browser on this machine. It is refused, because requests run the functions of the app. */
export class ForeignRequestError extends Error {
  constructor(header: string) {
    super(`Refused: the simulator takes requests only from this machine, but the \`${header}\` header names another one. Use the URL that \`listen\` returns.`);
    this.name = 'ForeignRequestError';
  }
}

const LOOPBACK = /^(?:(?:[a-z0-9-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/**
 * Checks the headers that browsers set and pages cannot change: the origin of the page, and the host name that it used.
 *
 * @throws ForeignRequestError if one of them is not this machine
 */
export function checkOrigin({ host, origin }: IncomingHttpHeaders): void {
  if (host !== undefined && !LOOPBACK.test(host)) {
    throw new ForeignRequestError('Host');
  }
  if (origin !== undefined && !LOOPBACK.test(origin.replace(/^https?:\/\//, ''))) {
    throw new ForeignRequestError('Origin');
  }
}
