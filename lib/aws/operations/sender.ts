import { Fn, Stack, Token, type CfnResource } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as scheduler from 'aws-cdk-lib/aws-scheduler';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import {
  DEFAULT_SCHEDULE_GROUP, EVENT_BUS_NAME_DIMENSION, RULE_NAME_DIMENSION, SCHEDULE_GROUP_DIMENSION, SENDER_METRICS, TOPIC_NAME_DIMENSION,
  type WatchedSender,
} from '../../constraints/aws-lambda/sender-metrics';
import type { ServiceMetric } from '../../constraints/service-metric';
import { keptBy } from '../target/kept-by';
import { pathOf, referencedResource } from '../target/referenced-resource';
import { unfolded } from '../target/unfolded';

/** What sends events to functions, with the dimensions of its metrics. */
export interface Sender {
  readonly kind: WatchedSender;

  /** Construct that the alarm is named after. */
  readonly construct: IConstruct;
  readonly dimensions: Readonly<Record<string, string>>;

  /** ARN of the queue for events that Lambda does not accept; absent for none. */
  readonly deadLetterArn?: string;
}

/** A delivery that the app declares: the ARN that a sender sends to. */
export interface SenderTarget {
  readonly arn: string;
  readonly sender: Sender;
}

/** The deliveries of a resource, disabled ones left out. */
export function senderTargets(resource: CfnResource): SenderTarget[] {
  switch (resource.cfnResourceType) {
    case 'AWS::Events::Rule': return ruleTargets(resource as events.CfnRule);
    case 'AWS::Scheduler::Schedule': return scheduleTargets(resource as scheduler.CfnSchedule);
    case 'AWS::SNS::Subscription': return subscriptionTargets(resource as sns.CfnSubscription);
    default: return [];
  }
}

function ruleTargets(rule: events.CfnRule): SenderTarget[] {
  const dimensions = ruleDimensions(rule);
  if (!dimensions || rule.state === 'DISABLED') {
    return [];
  }
  const targets = unfolded<(events.CfnRule.TargetProperty | undefined)[]>(rule, rule.targets) ?? [];
  return targets.map(target => unfolded<events.CfnRule.TargetProperty>(rule, target)).filter(target => target?.arn !== undefined).map(target => ({
    arn: target!.arn,
    sender: { kind: 'event-rule', construct: rule, dimensions, deadLetterArn: queueIn(rule, target!.deadLetterConfig, 'arn') },
  }));
}

/**
 * The dimensions of a rule; undefined if the app cannot tell whether its bus is the default one.
 *
 * The `Ref` of a rule of a custom bus is `bus|rule`.
 *
 * @see https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1131
 */
function ruleDimensions(rule: events.CfnRule): Record<string, string> | undefined {
  const { eventBusName: bus } = rule;
  // aws-cdk-lib gives a rule without a name a token that resolves to nothing.
  const given = rule.stack.resolve(rule.name) === undefined ? undefined : rule.name;
  if (bus === undefined || bus === 'default') {
    return { [RULE_NAME_DIMENSION]: given ?? rule.ref };
  }
  if (Token.isUnresolved(bus) && referencedResource(bus) === undefined) {
    return undefined;
  }
  const name = given ?? Fn.select(1, Fn.split('|', rule.ref));
  return { [EVENT_BUS_NAME_DIMENSION]: bus.split('/').at(-1)!, [RULE_NAME_DIMENSION]: name };
}

function scheduleTargets(schedule: scheduler.CfnSchedule): SenderTarget[] {
  const target = unfolded<scheduler.CfnSchedule.TargetProperty>(schedule, schedule.target);
  if (target?.arn === undefined || schedule.state === 'DISABLED') {
    return [];
  }
  const dimensions = { [SCHEDULE_GROUP_DIMENSION]: schedule.groupName ?? DEFAULT_SCHEDULE_GROUP };
  return [{ arn: target.arn, sender: { kind: 'schedule', construct: schedule, dimensions, deadLetterArn: queueIn(schedule, target.deadLetterConfig, 'arn') } }];
}

function subscriptionTargets(subscription: sns.CfnSubscription): SenderTarget[] {
  if (subscription.protocol !== 'lambda' || subscription.endpoint === undefined) {
    return [];
  }
  const deadLetterArn = queueIn(subscription, subscription.redrivePolicy, 'deadLetterTargetArn');
  const dimensions = { [TOPIC_NAME_DIMENSION]: topicName(subscription.topicArn) };
  return [{ arn: subscription.endpoint, sender: { kind: 'sns-subscription', construct: subscription, dimensions, deadLetterArn } }];
}

function topicName(arn: string): string {
  const topic = referencedResource(arn);
  return topic?.cfnResourceType === 'AWS::SNS::Topic' ? (topic as sns.CfnTopic).attrTopicName : Fn.select(TOPIC_NAME_PART, Fn.split(':', arn));
}

/** Index of the name in the parts of the ARN of a topic. */
const TOPIC_NAME_PART = 5;

function queueIn(scope: IConstruct, config: unknown, name: string): string | undefined {
  return keptBy(scope, config, name) || undefined;
}

/** Options of a sender. */
export interface AsyncInvokeSenderOptions {
  /**
   * Queue for events that Lambda does not accept.
   *
   * @default - the queue that the app declares for the sender, otherwise none
   */
  readonly deadLetterQueue?: sqs.IQueue;
}

/**
 * A rule, schedule or topic that sends events to a function.
 *
 * `AsyncInvokeAlarms` finds those of the app. Name the others, e.g. a rule that you import.
 */
export class AsyncInvokeSender {
  /**
   * A rule. An imported rule must belong to the default bus.
   */
  static rule(rule: events.IRule, options: AsyncInvokeSenderOptions = {}): AsyncInvokeSender {
    return AsyncInvokeSender.of(rule, options, { kind: 'event-rule', dimensions: { [RULE_NAME_DIMENSION]: rule.ruleName } });
  }

  /**
   * A schedule. The metrics cover its whole group.
   */
  static schedule(schedule: scheduler.ISchedule, options: AsyncInvokeSenderOptions = {}): AsyncInvokeSender {
    const group = schedule.scheduleGroup?.scheduleGroupName ?? DEFAULT_SCHEDULE_GROUP;
    return AsyncInvokeSender.of(schedule, options, { kind: 'schedule', dimensions: { [SCHEDULE_GROUP_DIMENSION]: group } });
  }

  /**
   * A topic. The metrics cover all its subscriptions.
   */
  static topic(topic: sns.ITopic, options: AsyncInvokeSenderOptions = {}): AsyncInvokeSender {
    return AsyncInvokeSender.of(topic, options, { kind: 'sns-subscription', dimensions: { [TOPIC_NAME_DIMENSION]: topic.topicName } });
  }

  private static of(construct: IConstruct, { deadLetterQueue }: AsyncInvokeSenderOptions, usual: Pick<Sender, 'kind' | 'dimensions'>): AsyncInvokeSender {
    const resource = construct.node.defaultChild as CfnResource | undefined;
    const declared = resource && senderTargets(resource)[0]?.sender;
    return new AsyncInvokeSender({ construct, ...usual, ...declared, deadLetterArn: deadLetterQueue?.queueArn ?? declared?.deadLetterArn });
  }

  /** @internal */
  readonly _sender: Sender;

  private constructor(sender: Sender) {
    this._sender = sender;
  }
}

/** The metric that counts what a sender loses. */
export function lossMetric({ kind, deadLetterArn }: Sender): ServiceMetric {
  const { failed, deadLetterFailed } = SENDER_METRICS[kind];
  return deadLetterArn === undefined ? failed : deadLetterFailed;
}

/** One text for that metric and its dimensions: several schedules of a group have one. */
export function lossKey(sender: Sender): string {
  const { construct, dimensions } = sender;
  const stack = Stack.of(construct);
  const text = `${lossMetric(sender).metricName} ${JSON.stringify(stack.resolve(dimensions))}`;
  return Object.values(dimensions).some(value => Token.isUnresolved(value)) ? `${stack.node.path} ${text}` : text;
}

/** The kinds of senders in words, to begin a sentence. */
export const SENDER_WORDS: Readonly<Record<WatchedSender, string>> = {
  'event-rule': 'A rule',
  'schedule': 'A schedule of the group',
  'sns-subscription': 'A topic',
};

/** The name of a sender for people. */
export function nameOfSender({ construct }: Sender): string {
  return pathOf(construct);
}
