import type { BucketService } from './messaging/buckets';
import type { BusService } from './messaging/buses';
import type { QueueService } from './messaging/queues';
import type { TopicService } from './messaging/topics';

export type * from './messaging/buckets';
export type * from './messaging/buses';
export type * from './messaging/caller';
export type * from './messaging/message';
export type * from './messaging/queues';
export type * from './messaging/topics';

/**
 * The queues, topics, buses and buckets that the API reads and changes.
 *
 * The API has checked each request before it calls a method: limits, grammar, and what a FIFO queue or topic needs.
 * All methods are synchronous and take no time on the simulator's clock. They throw a `ServiceError` where the service
 * refuses what only the state decides, e.g. `AccessDenied` or `OverLimit`, and a `NotKnownError` where no recording shows
 * what it does.
 */
export interface MessagingServices {
  readonly queues: QueueService;
  readonly topics: TopicService;
  readonly buses: BusService;
  readonly buckets: BucketService;
}
