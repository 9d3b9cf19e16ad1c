import type { FailureSource } from './failure-queues';
import { ASYNC_EVENTS_DROPPED } from '../constraints/aws-lambda/metrics';
import { SENDER_METRICS, type WatchedSender } from '../constraints/aws-lambda/sender-metrics';
import { QUEUE_NAME_DIMENSION, VISIBLE_MESSAGES } from '../constraints/aws-sqs/metrics';
import { known, sameText, type AlarmNode, type Delivery, type StoreNode, type Target, type Topology, type Unknown, type WatchedMetric } from '../topology';

/** The services whose actions scale or repair, and tell people nothing. */
const MACHINES = ['autoscaling', 'automate'];

/** The part of resource types that scale. */
const SCALING = /^AWS::(?:Application)?AutoScaling::/;

/** Expressions that find their metrics themselves. */
const SEARCHES = /\b(?:SELECT|SEARCH|METRICS)\b/i;

/** What the alarms of an app watch. */
export class Watchers {
  private readonly metrics: readonly WatchedMetric[];

  /** Whether the alarms may watch anything. */
  private readonly mayWatchAll: boolean;

  constructor(private readonly topology: Topology) {
    const alarms = [...topology.alarms.values()];
    this.metrics = alarms.flatMap(alarm => alarm.kind === 'metric' ? alarm.metrics : []);
    this.mayWatchAll = alarms.some(isOpen) || [...topology.stacks.values()].some(({ unknowns }) => unknowns.length > 0);
  }

  /** Whether an alarm of the app tells people something. */
  get tellPeople(): boolean {
    return [...this.topology.alarms.values()].some(({ alarmActions, condition }) =>
      condition === undefined && alarmActions.some(action => !isMachine(action)));
  }

  /** Whether an alarm may be about a queue. */
  mayWatchQueue(queue: StoreNode): boolean {
    const { alarms, resources } = this.topology;
    return this.mayWatchAll
      || [...alarms.keys()].some(key => resources.get(key)?.refersTo.includes(queue.key))
      || this.metrics.some(metric => mayBeAbout(metric, queue));
  }

  /** Whether an alarm is about what sends failures to a queue: events that are dropped, or failures of a caller. */
  watchesSource({ functionKey, caller }: FailureSource): boolean {
    return this.metrics.some(metric =>
      (functionKey !== undefined && isAboutDrops(metric, functionKey)) || (caller !== undefined && isAboutCaller(metric, caller)));
  }
}

/** Whether an alarm may read any metric. */
function isOpen(alarm: AlarmNode): boolean {
  return alarm.kind === 'metric' && (alarm.unread !== undefined
    || alarm.expressions.some(({ expression }) => known(expression) === undefined || SEARCHES.test(known(expression)!))
    || alarm.metrics.some(({ namespace }) => known(namespace) === undefined));
}

function isMachine(action: Target | Unknown): boolean {
  if (action.kind === 'unknown') {
    return 'type' in action && SCALING.test(String(action.type));
  }
  return MACHINES.includes(action.service);
}

function mayBeAbout({ namespace, dimensions, resource }: WatchedMetric, queue: StoreNode): boolean {
  if (known(namespace) !== VISIBLE_MESSAGES.namespace) {
    return false;
  }
  if (resource !== undefined || 'reason' in dimensions) {
    return resource === undefined || resource === queue.key;
  }
  // A queue without a name gets one that no template can spell out.
  return dimensions.some(({ name, value }) => [QUEUE_NAME_DIMENSION, undefined].includes(known(name))
    && (value.kind === 'unknown' || (queue.name !== undefined && sameText(queue.name, value) !== false)));
}

function isAboutDrops({ namespace, metricName, dimensions, function: fn }: WatchedMetric, functionKey: string): boolean {
  const isDrops = known(namespace) === ASYNC_EVENTS_DROPPED.namespace && [ASYNC_EVENTS_DROPPED.metricName, undefined].includes(known(metricName));
  const isOfAll = 'reason' in dimensions || dimensions.length === 0;
  return isDrops && (isOfAll || fn === undefined || fn.kind === 'unknown' || fn.functionKey === functionKey);
}

function isAboutCaller({ namespace, resource }: WatchedMetric, { kind, origin, from }: Delivery): boolean {
  if (!(kind in SENDER_METRICS) || known(namespace) !== SENDER_METRICS[kind as WatchedSender].failed.namespace) {
    return false;
  }
  const topic = from && 'resource' in from ? from.resource : undefined;
  return resource === undefined || resource === { 'event-rule': origin.key, 'sns-subscription': topic, 'schedule': resource }[kind as WatchedSender];
}
