import { ENDPOINT } from '../../../constraints/alibaba-fc/endpoint';
import { violation } from '../../../constraints/violation';

/**
 * The URL of an endpoint: always encrypted, unless it is on this machine.
 *
 * @param endpoint a host or URL
 * @param property what users know it by
 * @throws Error when it is neither, or not encrypted
 */
export function endpointUrl(endpoint: string, property = ENDPOINT.property): string {
  const malformed = violation(ENDPOINT, endpoint, property);
  if (malformed) {
    throw new Error(malformed);
  }
  return endpoint.includes('://') ? endpoint : `https://${endpoint}`;
}
