import type { Place } from './destination-arn';

/**
 * The host that serves the functions of an account in a Region.
 *
 * It has to be given: the one that the official clients take by default serves nobody.
 *
 * @param internal whether to name it as machines inside Alibaba Cloud reach it
 */
export function endpointOf({ region, account }: Place, internal = false): string {
  return `${account}.${region}${internal ? '-internal' : ''}.fc.aliyuncs.com`;
}
