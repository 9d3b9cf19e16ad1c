import { ArnFormat, Lazy, Stack, type CfnResource } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as scheduler from 'aws-cdk-lib/aws-scheduler';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { around } from './around';
import { roleIn } from './role';
import { DELIVERY_ACTIONS } from '../../constraints/aws-lambda/destination';
import { FailureQueue } from '../function/failure-queue';
import { whereExisting } from '../target/conditional-part';
import { carryConditionsInStatements } from '../target/conditional-statements';
import { invokedTarget } from '../target/invoked-target';
import { keptBy } from '../target/kept-by';
import { propertiesOf } from '../target/properties-of';
import { unfolded } from '../target/unfolded';

const QUEUE_ID = 'AsyncUndeliveredQueue';

/** Queue for events that callers could not deliver to functions. */
export class UndeliveredQueue extends FailureQueue {
  /** The queue of a function or stack, which is made only once. */
  static in(home: Construct, owner?: CfnResource): UndeliveredQueue {
    return home.node.tryFindChild(QUEUE_ID) as UndeliveredQueue | undefined ?? new UndeliveredQueue(home, QUEUE_ID, owner);
  }

  private readonly admitted = new Set<string>();

  /**
   * Lets a service send for a caller. In the queue of a stack, and for a caller of another stack, for all of the account and Region: the
   * policy of a queue has a limited size, and a reference to another stack would close a circle.
   *
   * @param sourceArn ARN of the rule or topic
   * @param all the resources of the service, with a wildcard
   */
  admit(service: 'events' | 'sns', caller: CfnResource, sourceArn: string, all: string): void {
    const isOwn = caller.stack === this.stack && !Stack.isStack(this.node.scope);
    const source = isOwn ? sourceArn : this.stack.formatArn({ service, resource: all, arnFormat: ArnFormat.NO_RESOURCE_NAME });
    if (!this.admitted.has(source)) {
      this.admitted.add(source);
      this.addToResourcePolicy(new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal(`${service}.amazonaws.com`)],
        actions: [...DELIVERY_ACTIONS.queue],
        resources: [this.queueArn],
        conditions: { [isOwn ? 'ArnEquals' : 'ArnLike']: { 'aws:SourceArn': source } },
      }));
    }
  }
}

/** What became of the undelivered events of a caller: it got a queue, it had one, or the reason why it cannot have one. */
export type Undelivered = { readonly queue: sqs.IQueue } | { readonly reason: string };

/**
 * Gives a caller of a function a dead-letter queue for it, unless it has one.
 *
 * @param identity the function, as `functionIdentity` returns it
 * @param queue makes the queue
 * @returns `undefined` for a resource that cannot have such a queue
 */
export function keepUndelivered(caller: CfnResource, identity: string, queue: () => UndeliveredQueue): Undelivered | undefined {
  switch (caller.cfnResourceType) {
    case 'AWS::Events::Rule': return ofRule(caller as events.CfnRule, identity, queue);
    case 'AWS::SNS::Subscription': return ofSubscription(caller as sns.CfnSubscription, queue);
    case 'AWS::Scheduler::Schedule': return ofSchedule(caller as scheduler.CfnSchedule, queue);
    default: return undefined;
  }
}

const HAS_QUEUE = { reason: 'it has a dead-letter queue' };

function ofRule(rule: events.CfnRule, identity: string, queue: () => UndeliveredQueue): Undelivered {
  type Target = events.CfnRule.TargetProperty;
  const { targets } = rule;
  const lacksQueue = (target: Target | undefined) =>
    target?.arn !== undefined && invokedTarget(rule, target.arn).identity === identity && keptBy(rule, target.deadLetterConfig, 'arn') === '';
  const read = () => (unfolded<unknown[]>(rule, targets) ?? []).map(target => unfolded<Target>(rule, target));
  if (!read().some(lacksQueue)) {
    return HAS_QUEUE;
  }
  const made = queue();
  made.admit('events', rule, rule.attrArn, 'rule/*');
  // aws-cdk-lib renders targets late, and later ones are added to the same list.
  const deadLetterConfig = whereExisting(rule, read(), { arn: made.queueArn });
  const withQueue = (target: Target | undefined) => lacksQueue(target) ? { ...target, deadLetterConfig } : target;
  rule.targets = Lazy.any({ produce: () => read().map(withQueue) });
  return { queue: made };
}

function ofSubscription(subscription: sns.CfnSubscription, queue: () => UndeliveredQueue): Undelivered {
  if (keptBy(subscription, subscription.redrivePolicy, 'deadLetterTargetArn') !== '') {
    return HAS_QUEUE;
  }
  if (subscription.region !== undefined) {
    return { reason: 'its topic is in another Region, where its dead-letter queue would have to be' };
  }
  const made = queue();
  made.admit('sns', subscription, subscription.topicArn, '*');
  subscription.redrivePolicy = whereExisting(subscription, propertiesOf(subscription), { deadLetterTargetArn: made.queueArn });
  return { queue: made };
}

function ofSchedule(schedule: scheduler.CfnSchedule, queue: () => UndeliveredQueue): Undelivered {
  const target = unfolded<scheduler.CfnSchedule.TargetProperty>(schedule, schedule.target);
  if (target && keptBy(schedule, target.deadLetterConfig, 'arn') !== '') {
    return HAS_QUEUE;
  }
  if (!target) {
    return { reason: 'its target is known only at deployment' };
  }
  const home = around(schedule);
  const policy = new UndeliveredPolicy(home, POLICY_ID);
  carryConditionsInStatements(policy.node.defaultChild as iam.CfnPolicy, { subjects: () => [schedule] });
  if (!policy.isAcceptedBy(roleIn(schedule, target.roleArn))) {
    home.node.tryRemoveChild(POLICY_ID);
    return { reason: 'its role takes no policies' };
  }
  const made = queue();
  policy.addStatements(new iam.PolicyStatement({ actions: [...DELIVERY_ACTIONS.queue], resources: [made.queueArn] }));
  schedule.node.addDependency(policy);
  schedule.target = { ...target, deadLetterConfig: whereExisting(schedule, target, { arn: made.queueArn }) };
  return { queue: made };
}

const POLICY_ID = 'UndeliveredPolicy';

/** Policy that notices whether a role takes it: an immutable role ignores it silently. */
class UndeliveredPolicy extends iam.Policy {
  private attached = false;

  attachToRole(role: iam.IRole): void {
    this.attached = true;
    super.attachToRole(role);
  }

  isAcceptedBy(role: iam.IRole): boolean {
    role.attachInlinePolicy(this);
    return this.attached;
  }
}

/** The stack or function that contains the queue, if the caller may use it: a caller and its queue share Region and account. */
export function isNear(caller: CfnResource, home: Construct): boolean {
  const [here, there] = [caller.stack, Stack.of(home)];
  return here.region === there.region && here.account === there.account;
}
