import {
  BUCKET_ON_SUCCESS, DESTINATION_IN_OTHER_REGION, DURABLE_FUNCTION_DESTINATION, FIFO_QUEUE_DESTINATION, FIFO_TOPIC_DESTINATION, SELF_DESTINATION,
  UNSUPPORTED_DESTINATION, type DestinationKind, type RECORD_DETAIL_TYPES,
} from './destination';
import type { DestinationArn } from './destination-arn';
import { DURABLE_FUNCTION_UNQUALIFIED } from './function';
import type { Rule } from '../rule';

/** A side of a config. */
export type ConfigSide = keyof typeof RECORD_DETAIL_TYPES;

/** The Region and partition of a function or destination. An absent part is unknown; an ARN may have an empty one. */
export interface Place {
  readonly partition?: string;
  readonly region?: string;
}

/** What is known of a destination. An absent fact is unknown, and an unknown fact breaks no rule. */
export interface KnownDestination extends Place {
  /** `other` for an ARN of none of the kinds. */
  readonly kind?: DestinationKind | 'other';

  /** Whether it is a FIFO queue or FIFO topic. */
  readonly fifo?: boolean;

  /** Whether it is the function that sends, with any qualifier. */
  readonly self?: boolean;

  /** Whether it is a durable function without a qualifier. */
  readonly unqualifiedDurable?: boolean;
}

/** What is known of the function that sends records. */
export interface KnownSender extends Place {
  readonly durable?: boolean;
}

/** The identity of a function: its name, and its place if that is to be compared, too. */
export interface FunctionIdentity {
  readonly name: string;
  readonly region?: string;
  readonly account?: string;
}

type Breaks = (destination: KnownDestination, side: ConfigSide, sender: KnownSender) => boolean;

/** The rules in the order in which they are reported: the sender, the kind of the destination, its place. */
const TABLE: ReadonlyArray<{ readonly rule: Rule; readonly breaks: Breaks }> = [
  { rule: DURABLE_FUNCTION_DESTINATION, breaks: (_destination, _side, { durable }) => durable === true },
  { rule: UNSUPPORTED_DESTINATION, breaks: ({ kind }) => kind === 'other' },
  { rule: FIFO_QUEUE_DESTINATION, breaks: ({ kind, fifo }) => kind === 'queue' && fifo === true },
  { rule: FIFO_TOPIC_DESTINATION, breaks: ({ kind, fifo }) => kind === 'topic' && fifo === true },
  { rule: BUCKET_ON_SUCCESS, breaks: ({ kind }, side) => kind === 'bucket' && side === 'onSuccess' },
  { rule: DURABLE_FUNCTION_UNQUALIFIED, breaks: ({ unqualifiedDurable }) => unqualifiedDurable === true },
  { rule: SELF_DESTINATION, breaks: ({ self }) => self === true },
  { rule: DESTINATION_IN_OTHER_REGION, breaks: (destination, _side, sender) => elsewhere(destination, sender) !== undefined },
];

/** The rules for which Lambda refuses a destination on a side of a config, in the order of their reports. */
export function brokenRules(destination: KnownDestination, side: ConfigSide, sender: KnownSender = {}): Rule[] {
  return TABLE.filter(({ breaks }) => breaks(destination, side, sender)).map(({ rule }) => rule);
}

/** The first rule for which Lambda refuses a destination; undefined if it breaks none for certain. */
export function brokenRule(destination: KnownDestination, side: ConfigSide, sender: KnownSender = {}): Rule | undefined {
  return brokenRules(destination, side, sender)[0];
}

/** The part of a place that certainly differs from the other place, the partition first. */
export function elsewhere(there: Place, here: Place): keyof Place | undefined {
  return differ(there.partition, here.partition) ? 'partition' : differ(there.region, here.region) ? 'region' : undefined;
}

/** What an ARN without unknown parts tells of a destination of a function. */
export function knownByArn(arn: DestinationArn | undefined, sender: FunctionIdentity): KnownDestination {
  return arn
    ? { kind: arn.kind ?? 'other', fifo: arn.fifo, partition: arn.partition, region: arn.region, self: isSelf(arn, sender) }
    : { kind: 'other' };
}

function isSelf({ kind, resource, region, account }: DestinationArn, sender: FunctionIdentity): boolean {
  return kind === 'function'
    && resource.split(':')[1] === sender.name
    && (sender.region === undefined || region === sender.region)
    && (sender.account === undefined || account === sender.account);
}

/** Whether two parts of a place differ for certain. Unknown and missing parts do not. */
function differ(one?: string, other?: string): boolean {
  return Boolean(one && other) && one !== other;
}
