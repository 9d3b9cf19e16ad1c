import { ENDPOINT } from '../../../constraints/alibaba-fc/endpoint';
import { violation } from '../../../constraints/violation';

/**
 * URL of an endpoint: HTTPS, except on this machine.
 *
 * @param endpoint host or URL
 * @param property name of the property for users
 * @throws Error if it is neither, or not encrypted
 */
export function endpointUrl(endpoint: string, property = ENDPOINT.property): string {
  const malformed = violation(ENDPOINT, endpoint, property);
  if (malformed) {
    throw new Error(malformed);
  }
  return endpoint.includes('://') ? endpoint : `https://${endpoint}`;
}
