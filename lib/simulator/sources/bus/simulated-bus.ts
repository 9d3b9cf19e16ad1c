import type { BusEvent } from './bus-event';
import type { MessageAttributes } from '../../state';
import type { Cause } from '../flow/cause';
import { checkEnds } from '../flow/endless-flow';
import { Hop } from '../flow/hop';
import { spoken, type Station } from '../flow/station';
import { post, type DeployedTarget, type Exhausted, type Parcel, type Refusal, type Targets } from '../outbox';

/** The settings of a bus, after the deployment. */
export interface BusSettings extends Station {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
}

/** A rule, after the deployment. */
export interface Rule extends Station {
  readonly arn: string;
  readonly targets: readonly RuleTarget[];

  /** Whether an event matches its pattern. */
  matches(event: Record<string, unknown>): boolean;
}

/** A target of a rule. */
export interface RuleTarget extends DeployedTarget {
  readonly groupId?: string;

  /** What the target gets of an event. */
  input(event: BusEvent, ingestedAt: number): string;
}

/** The longest wait between two retries, in milliseconds: 185 of them fill a day. */
const LONGEST_WAIT = 480_000;

/**
 * The wait of EventBridge before a retry, in milliseconds. Only its growth ("exponential back off") is documented.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-event-delivery.html
 */
export function waitOfEventBridge(retry: number): number {
  return Math.min(LONGEST_WAIT, 1_000 * 2 ** Math.min(retry, 20));
}

/** A bus of EventBridge. */
export class SimulatedBus {
  constructor(readonly settings: BusSettings, readonly rules: readonly Rule[], private readonly around: Targets) {}

  /** Sends an event to the targets of all rules that match it. */
  put(event: BusEvent, cause: Cause | undefined, what = 'event'): Hop {
    checkEnds(cause);
    const { settings, rules, around } = this;
    const matching = rules.filter(rule => rule.matches(event.parsed));
    const isIgnored = matching.length === 0 && rules.length > 0;
    const text = `${what} \`${event.detailType}\` on ${spoken(settings)}${isIgnored ? ', which no rule matches' : ''}`;
    const hop = new Hop(around.now(), settings, text, cause, isIgnored ? 'ignored' : rules.length === 0 ? 'stored' : undefined);
    matching.forEach(rule => trigger(rule, event, hop, around));
    return hop;
  }
}

/** Sends an event to the targets of a rule. */
export function trigger(rule: Rule, event: BusEvent, cause: Cause | undefined, around: Targets, what = 'matched by'): Hop {
  const hop = new Hop(around.now(), rule, `${what} ${spoken(rule)}`, cause, rule.targets.length === 0 ? 'ignored' : undefined);
  for (const target of rule.targets) {
    // EventBridge does not pass on which invocation has caused an event: Lambda detects no loop through it.
    const parcel: Parcel = { what: 'event', text: target.input(event, around.now()), lineage: undefined, groupId: target.groupId };
    post(around, {
      station: rule,
      measured: { kind: 'event-rule', arn: rule.arn },
      waitBefore: waitOfEventBridge,
      deadLetter: (refusal, exhausted) => ({ text: event.text, attributes: attributesOf(rule, target, refusal, exhausted) }),
    }, target, parcel, hop);
  }
  return hop;
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html */
function attributesOf({ arn: ruleArn }: Rule, { arn }: RuleTarget, { code, reason }: Refusal, exhausted: Exhausted | undefined): MessageAttributes {
  return stringAttributes({
    RULE_ARN: ruleArn,
    TARGET_ARN: arn,
    ERROR_CODE: code,
    ERROR_MESSAGE: reason,
    ...exhausted && { EXHAUSTED_RETRY_CONDITION: exhausted.by, RETRY_ATTEMPTS: String(exhausted.retries) },
  });
}

/** Attributes whose values are all texts. */
export function stringAttributes(values: Readonly<Record<string, string>>): MessageAttributes {
  return Object.fromEntries(Object.entries(values).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]));
}
