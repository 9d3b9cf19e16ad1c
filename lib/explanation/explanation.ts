import type { Caller } from './caller';
import { customResourcesOf, isForDeployment } from './cloudformation';
import { consumersOf, type Consumer } from './consumer';
import { failingEvent, NEVER_RUN, type Life } from './failing-event';
import { TIMEOUT } from '../constraints/aws-lambda/function';
import { EVENT_PAYLOAD } from '../constraints/aws-lambda/invoke';
import {
  known, pathOf, type Delivery, type FunctionNode, type QualifiedFunction, type Setting, type Side, type Topology, type Unknown,
} from '../topology';
import { functionName, nameOf, qualifierOf, settingOf, type Known } from './names';
import { senderOf } from './sender';

/** The callers, settings and ends of the events of one function and qualifier. */
export interface Explanation {
  readonly function: string;
  readonly qualifier: string;
  readonly callers: readonly Caller[];

  /** The paths of the configs for exactly this qualifier. Without any, Lambda's defaults apply; several overwrite each other. */
  readonly configs: readonly string[];

  /** The other qualifiers of the function that have a config. Their configs do not apply here. */
  readonly configuredElsewhere: readonly string[];
  readonly retryAttempts: Known<number>;

  /** In seconds. */
  readonly maxEventAge: Known<number>;

  /** In seconds. */
  readonly timeout: Known<number>;
  readonly onSuccess?: string;
  readonly onFailure?: string;

  /** The sides for which a config explicitly sets no destination. */
  readonly declined: readonly Side[];
  readonly deadLetterQueue?: string;

  /** The life of an event whose attempts fail at once; absent if a setting is unknown. */
  readonly failsAtOnce?: Life;

  /** The life of an event whose attempts all time out; absent if a setting is unknown. */
  readonly timesOut?: Life;

  /** The longest time until an event is processed, stored or lost, in seconds; absent if a setting is unknown. */
  readonly longest?: number;

  /** The same, from the moment at which a caller first sends the event; absent if a setting is unknown, or if no page states how long a caller retries. */
  readonly longestWithCallers?: number;

  /** What takes the records and dead letters from the places where Lambda puts them. */
  readonly consumers: readonly Consumer[];

  /** Whether the function is or may be durable. Only the dead-letter queue is documented for the events of durable functions. */
  readonly durable: boolean;

  /** The loss if Lambda gives an event up. */
  readonly lost: string;
}

/** It is undocumented what Lambda does with an event that a durable function cannot handle. */
const OF_DURABLE_FUNCTIONS: Unknown = { kind: 'unknown', reason: 'it is not documented for durable functions' };

/** Explains the events of one function and qualifier. */
export function explanation(topology: Topology, fn: QualifiedFunction): Explanation {
  const { target, configs, invocations, onSuccess, onFailure, deadLetterQueue } = fn;
  const node = topology.functions.get(target.resource ?? '');
  const { retryAttempts, maxEventAge } = node?.durable ? { retryAttempts: OF_DURABLE_FUNCTIONS, maxEventAge: OF_DURABLE_FUNCTIONS } : fn;
  const timeout = timeoutOf(node);
  const customResources = customResourcesOf(topology, fn);
  const [retries, age, run] = [retryAttempts, maxEventAge, timeout].map(known);
  const neverRuns = !node?.durable && known(node?.reservedConcurrency) === 0;
  const life = (seconds?: number) => neverRuns ? NEVER_RUN
    : retries === undefined || age === undefined || seconds === undefined ? undefined : failingEvent(retries, age, seconds);
  const callers = [
    ...invocations.map(invocation => caller(topology, invocation)),
    ...customResources.map(({ key }) => ({ kind: 'custom-resource', by: pathOf(topology, key), property: 'ServiceToken' } as const)),
  ];
  // Throttles and faults of Lambda can delay an event for its whole age, and Lambda does not interrupt the last attempt.
  const longest = neverRuns ? 0 : age === undefined || run === undefined ? undefined : age + run;
  return {
    function: functionName(topology, fn),
    qualifier: qualifierOf(topology, target.qualifier),
    callers,
    configs: configs.map(({ key }) => pathOf(topology, key)),
    configuredElsewhere: configuredElsewhere(topology, fn),
    retryAttempts: settingOf(retryAttempts),
    maxEventAge: settingOf(maxEventAge),
    timeout: settingOf(timeout),
    onSuccess: onSuccess && nameOf(topology, onSuccess),
    onFailure: onFailure && nameOf(topology, onFailure),
    declined: configs.flatMap(config => config.declined),
    deadLetterQueue: deadLetterQueue && nameOf(topology, deadLetterQueue),
    failsAtOnce: life(0),
    timesOut: life(run),
    longest,
    longestWithCallers: longestWith(callers, longest),
    consumers: consumersOf(topology, [onSuccess, onFailure, deadLetterQueue]),
    durable: node?.durable !== undefined,
    lost: isForDeployment(topology, fn) ? 'nothing without notice: the deployment fails, because CloudFormation gets no answer' : lost(topology, fn, node),
  };
}

function caller(topology: Topology, delivery: Delivery): Caller {
  const { kind, origin, property, from, enabled } = delivery;
  return {
    kind,
    from: from && nameOf(topology, from),
    by: pathOf(topology, origin.key),
    property,
    enabled: enabled && settingOf(enabled),
    sender: senderOf(topology, delivery),
  };
}

function longestWith(callers: readonly Caller[], longest: number | undefined): number | undefined {
  const ages = callers.filter(({ enabled }) => enabled !== false).map(({ sender }) => sender?.maxEventAge);
  return longest === undefined || ages.length === 0 || !ages.every(age => typeof age === 'number') ? undefined : Math.max(...ages) + longest;
}

function configuredElsewhere(topology: Topology, { target, configs }: QualifiedFunction): string[] {
  return configs.length > 0 ? [] : [...topology.qualifiedFunctions.values()]
    .filter(other => other.target.functionKey === target.functionKey && other.configs.length > 0)
    .map(other => qualifierOf(topology, other.target.qualifier));
}

function timeoutOf(fn?: FunctionNode): Setting<number> {
  return fn ? fn.timeout ?? { kind: 'literal', value: TIMEOUT.default! } : { kind: 'unknown', reason: 'the app does not declare the function' };
}

function lost({ queues }: Topology, { onFailure, deadLetterQueue }: QualifiedFunction, node?: FunctionNode): string {
  if (!onFailure) {
    if (!deadLetterQueue) {
      return node?.durable ? `unknown, because ${OF_DURABLE_FUNCTIONS.reason}` : 'the whole event: nothing stores it';
    }
    return deadLetterQueue.kind === 'unknown'
      ? `unknown, because ${deadLetterQueue.reason}`
      : 'the response, and the reason except for an error code and message: a dead-letter queue gets only the event';
  }
  if (onFailure.kind === 'unknown') {
    return `unknown, because ${onFailure.reason}`;
  }
  const largest = onFailure.kind === 'queue' ? known(queues.get(onFailure.resource ?? '')?.maximumMessageSize) : undefined;
  return largest !== undefined && largest < EVENT_PAYLOAD.max
    ? `records of more than ${largest} bytes: the queue refuses them`
    : 'nothing, as long as the delivery succeeds';
}
