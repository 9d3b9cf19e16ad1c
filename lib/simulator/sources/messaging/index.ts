import { Buckets } from './buckets';
import { Buses } from './buses';
import { Queues } from './queues';
import { Topics } from './topics';
import type { MessagingServices } from '../../state';
import type { SendingLambda } from '../handles/sender';

/**
 * The services around Lambda, as their APIs need them.
 *
 * @param created the time of the deployment, in milliseconds since 1970
 */
export function messagingServices(lambda: SendingLambda, created: number): MessagingServices {
  return { queues: new Queues(lambda, created), topics: new Topics(lambda), buses: new Buses(lambda), buckets: new Buckets(lambda) };
}
