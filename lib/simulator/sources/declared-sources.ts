import type { SimulatedFunction } from '../state';
import type { BucketNotification, BucketSettings } from './bucket/simulated-bucket';
import type { BusSettings, Rule } from './bus/simulated-bus';
import type { Station } from './flow/station';
import type { IotRule } from './iot/iot-rule';
import type { LogGroupSettings, LogSubscription } from './log-group/simulated-log-group';
import type { Targets } from './outbox';
import type { PipeStage } from './pipe/pipe-target';
import type { PipeSettings } from './pipe/simulated-pipe';
import type { MappingSettings } from './queue/event-source-mapping';
import type { QueueSettings } from './queue/queue-settings';
import type { Fire, Times } from './schedule/simulated-schedule';
import type { Subscription, TopicSettings } from './topic/simulated-topic';

/** What an app declares besides its functions, after the deployment. */
export interface DeclaredSources {
  readonly queues: readonly QueueSettings[];
  readonly topics: ReadonlyArray<TopicSettings & { readonly subscriptions: readonly Subscription[] }>;
  readonly buses: ReadonlyArray<BusSettings & { readonly rules: readonly Rule[] }>;
  readonly buckets: ReadonlyArray<BucketSettings & { readonly notifications: readonly BucketNotification[] }>;
  readonly mappings: ReadonlyArray<MappingSettings & { readonly queue: string; readonly function: SimulatedFunction }>;
  readonly logGroups: ReadonlyArray<LogGroupSettings & { readonly subscriptions: readonly LogSubscription[] }>;
  readonly iotRules: readonly IotRule[];
  readonly pipes: readonly DeclaredPipe[];
  readonly schedules: readonly DeclaredSchedule[];
}

/** A function that a service runs, by a qualifier. */
export interface DeclaredCall {
  readonly function: SimulatedFunction;
  readonly qualifier?: string;
}

/** A pipe that an app declares. */
export interface DeclaredPipe extends Omit<PipeSettings, 'enrichment' | 'waitsFor'> {
  readonly queue: string;
  readonly enrichment?: PipeStage & DeclaredCall;
  readonly waitsFor?: DeclaredCall;
}

/** A schedule that an app declares. */
export interface DeclaredSchedule {
  readonly station: Station;

  /** Undefined if it is switched off. */
  readonly times: Times | undefined;
  fire(targets: Targets, newId: () => string): Fire;
}
