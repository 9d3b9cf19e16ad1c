import { Stack, Token } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { AsyncInvokeAlarmSettings } from './alarm-options';
import { AlarmSeverity } from './alarm-severity';
import type { AsyncInvokeMetrics } from './async-invoke-metrics';
import type { Declared } from './declared';
import { FollowingAlarm, type AlarmPlan } from './following-alarm';
import { declaredInPass } from './pass';
import { description, RUNBOOKS, type Runbook } from './runbook';
import { lossKey, lossMetric, nameOfSender, SENDER_WORDS, type Sender } from './sender';
import { situationOf, type GivenSettings, type Situation } from './situation';
import { backlogThreshold, reaching, type Threshold } from './threshold';
import { queueIdentity, queueMetric, watchedQueue, type WatchedQueue } from './watched-queue';
import { ASYNC_EVENT_AGE } from '../../constraints/aws-lambda/metrics';
import { AGE_OF_OLDEST_MESSAGE, VISIBLE_MESSAGES } from '../../constraints/aws-sqs/metrics';
import type { ServiceMetric } from '../../constraints/service-metric';
import { conditionsOf } from '../target/carried-condition';
import { isElsewhere } from '../target/environment';
import type { InvocationTarget } from '../target/invocation-target';
import { resourceIn } from '../target/referenced-resource';

/** What a set of alarms is about. */
export interface AlarmSubject {
  readonly target: InvocationTarget;

  /** The function and qualifier as `explain` knows them. */
  readonly name: string;
  readonly metrics: AsyncInvokeMetrics;
  readonly settings: AsyncInvokeAlarmSettings;
  readonly given: GivenSettings;

  /** Senders that the user names. */
  readonly named: readonly Sender[];

  /** Whether to find senders in the app. */
  readonly discover: boolean;
}

/** The parts of the maximum age, and of the retention of a queue, at which alarms go off. */
const BACKLOG_SHARE = 0.5;
const CRITICAL_SHARE = 0.8;

/** A consumer is behind if messages are older than this, in seconds, and than so many attempts to process them. */
const CONSUMER_TIME = 15 * 60;
const CONSUMER_ATTEMPTS = 3;

/** The metrics that are compared with times, which may be tokens. */
const AGES: readonly string[] = [ASYNC_EVENT_AGE, AGE_OF_OLDEST_MESSAGE].map(({ metricName }) => metricName);

/** The setting of one alarm. */
type Setting = Exclude<keyof AsyncInvokeAlarmSettings, 'critical' | 'warning' | 'information' | 'composite'>;

/** What an alarm does about a queue, which the app may read. */
type PlanOfQueue = (queue: WatchedQueue, consumed: boolean) => AlarmPlan | undefined;

/** What an alarm does in a situation. */
type PlanIn = (situation: Situation, declared: Declared) => AlarmPlan | undefined;

/** A queue that may keep failed events, in a situation. */
type QueueIn = (situation: Situation) => string | undefined;

/** The alarms of one function, alias or version. */
export class AlarmSet {
  readonly name: string;
  private readonly created: { readonly alarm: FollowingAlarm; readonly setting: Setting; readonly severity: AlarmSeverity }[] = [];
  private readonly situations = new WeakMap<Declared, Situation>();

  private readonly queues: { readonly prefix: string; readonly queueIn: QueueIn }[] = [];

  /** What is watched beside the usual: identities of senders and queues, and names of alarms. */
  private readonly found = new Set<string>();

  /** What the app declared when an alarm was rendered last. */
  private decidedBy?: Declared;

  constructor(private readonly scope: Construct, private readonly subject: AlarmSubject) {
    this.name = subject.name;
    this.watchDelivery();
    this.watchDropped();
    this.watchBacklog();
    this.watchQueue('FailureQueue', situation => situation.failureTargets.find(arn => watchedQueue(scope, arn)));
  }

  /** Every alarm, also those without anything to watch. */
  alarms(severity?: AlarmSeverity): FollowingAlarm[] {
    return this.created.filter(entry => severity === undefined || entry.severity === severity).map(({ alarm }) => alarm);
  }

  /** What applies to the events, as far as that is known while the app is rendered. */
  situation(): Situation {
    return this.situationIn(this.decidedBy ?? declaredInPass(this.scope, 'reading'));
  }

  /** The metric of the queue that keeps failed events. */
  queueMetric(metric: ServiceMetric): cloudwatch.Metric {
    return queueMetric(metric, () => this.failureQueue()?.queueName);
  }

  /** The queue of the failure destination, or the dead-letter queue of the function. */
  failureQueue(): WatchedQueue | undefined {
    const { failureTargets, deadLetterTarget } = this.situation();
    return [...failureTargets, deadLetterTarget].map(arn => arn && watchedQueue(this.scope, arn)).find(queue => typeof queue === 'object');
  }

  /** Watches what only some functions have, as soon as the app declares it: most alarms of most functions exist from the start. */
  watchFound(declared: Declared): void {
    const here = Stack.of(this.scope);
    const { metrics } = this.subject;
    const { fate, deadLetters, deadLetterTarget, senders } = this.situationIn(declared);
    if (fate === 'unknown' && isNew(this.found, 'fate')) {
      this.add('EventsPerhapsLost', 'eventsLost', AlarmSeverity.WARNING, metrics.asyncEventsDropped(),
        situation => situation.fate === 'unknown' ? this.once(RUNBOOKS.eventsPerhapsLost(this.name)) : undefined);
    }
    if (deadLetters && isNew(this.found, 'dead letters')) {
      this.add('DeadLetterFailed', 'deadLetterFailed', AlarmSeverity.CRITICAL, metrics.deadLetterErrors(),
        situation => situation.deadLetters ? this.once(RUNBOOKS.deadLetterFailed(this.name)) : undefined);
    }
    if (deadLetterTarget !== undefined && isNew(this.found, queueIdentity(deadLetterTarget))) {
      this.watchQueue('DeadLetterQueue', ({ deadLetterTarget: arn, failureTargets }) => arn && !isAmong(arn, failureTargets) ? arn : undefined);
    }
    const found = this.subject.discover ? senders : [];
    for (const sender of [...this.subject.named, ...found].filter(({ construct }) => !isElsewhere(Stack.of(construct), here))) {
      this.watchSender(sender);
    }
    // The list grows: what a consumer fails at goes to the dead-letter queue of its queue, which is watched, too.
    for (const { prefix, queueIn } of this.queues) {
      const arn = queueIn(this.situationIn(declared));
      if (arn !== undefined && declared.consumed.has(queueIdentity(arn)) && isNew(this.found, prefix)) {
        this.watchConsumer(prefix, queueIn);
        this.watchRejected(prefix, watchedQueue(this.scope, arn)?.deadLetterArn);
      }
    }
  }

  private watchDelivery(): void {
    const { metrics } = this.subject;
    this.add('DeliveryFailed', 'deliveryFailed', AlarmSeverity.CRITICAL, metrics.destinationDeliveryFailures(),
      ({ delivers }) => delivers ? this.once(RUNBOOKS.deliveryFailed(this.name)) : undefined);
    this.add('LoopStopped', 'loopStopped', AlarmSeverity.CRITICAL, metrics.recursiveInvocationsDropped(),
      ({ stopsLoops }) => stopsLoops ? this.once(RUNBOOKS.loopStopped(this.name)) : undefined);
  }

  /** Lambda counts what it gives up, whatever becomes of it. So the fate decides which of these alarms there is. */
  private watchDropped(): void {
    const { metrics, settings } = this.subject;
    const dropped = metrics.asyncEventsDropped();
    this.add('EventsLost', 'eventsLost', AlarmSeverity.CRITICAL, dropped, ({ fate }) => fate === 'lost' ? this.once(RUNBOOKS.eventsLost(this.name)) : undefined);
    if (settings.eventsDropped?.enabled) {
      this.add('EventsDropped', 'eventsDropped', AlarmSeverity.INFORMATION, dropped, ({ fate }) => fate === 'kept' ? this.once(RUNBOOKS.eventsDropped(this.name)) : undefined);
    }
  }

  private watchBacklog(): void {
    const { metrics, settings, target } = this.subject;
    const reserved = target.resource?.reservedConcurrentExecutions;
    const runbook = RUNBOOKS.backlog(this.name, reserved === undefined ? 'it has no reserved concurrency' : `reserved concurrency ${Token.asString(reserved)}`);
    const after = (share: number, { neverRuns, limits, timeout }: Situation) => neverRuns ? undefined : backlogThreshold(share, limits, timeout);
    this.add('Backlog', 'backlog', AlarmSeverity.WARNING, metrics.asyncEventAge(), situation => {
      const threshold = after(BACKLOG_SHARE, situation);
      const critical = settings.backlogCritical?.enabled === false ? undefined : after(CRITICAL_SHARE, situation);
      return threshold !== critical ? this.at(threshold, runbook) : undefined;
    });
    this.add('BacklogCritical', 'backlogCritical', AlarmSeverity.CRITICAL, metrics.asyncEventAge(),
      situation => this.at(after(CRITICAL_SHARE, situation), runbook));
  }

  private watchQueue(prefix: string, queueIn: QueueIn): void {
    this.queues.push({ prefix, queueIn });
    this.addOfQueue(`${prefix}NotEmpty`, 'failureQueueNotEmpty', AlarmSeverity.WARNING, VISIBLE_MESSAGES, queueIn,
      (queue, consumed) => consumed ? undefined : this.once(RUNBOOKS.failureQueueNotEmpty(this.name, queue.label, queue.queueName)));
    this.addOfQueue(`${prefix}Expiring`, 'recordsExpiring', AlarmSeverity.CRITICAL, AGE_OF_OLDEST_MESSAGE, queueIn, queue => {
      const chosen = this.subject.settings.recordsExpiring?.threshold;
      const threshold = queue.retention === undefined ? chosen : reaching([{ factor: CRITICAL_SHARE, value: queue.retention }]);
      return this.at(threshold, RUNBOOKS.recordsExpiring(this.name, queue.label, queue.queueName));
    });
  }

  private watchConsumer(prefix: string, queueIn: QueueIn): void {
    this.addOfQueue(`${prefix}ConsumerBehind`, 'consumerBehind', AlarmSeverity.WARNING, AGE_OF_OLDEST_MESSAGE, queueIn, (queue, consumed) => {
      const { visibilityTimeout = CONSUMER_TIME / CONSUMER_ATTEMPTS } = queue;
      const threshold = reaching([{ factor: 1, value: CONSUMER_TIME }, { factor: CONSUMER_ATTEMPTS, value: visibilityTimeout }]);
      return consumed ? this.at(threshold, RUNBOOKS.consumerBehind(this.name, queue.label)) : undefined;
    });
  }

  private watchRejected(prefix: string, arn?: string): void {
    if (arn !== undefined && isNew(this.found, queueIdentity(arn))) {
      this.watchQueue(`${prefix}Rejected`, ({ failureTargets, deadLetterTarget }) => isAmong(arn, [...failureTargets, deadLetterTarget]) ? undefined : arn);
    }
  }

  private addOfQueue(id: string, setting: Setting, severity: AlarmSeverity, metric: ServiceMetric, queueIn: QueueIn, planOf: PlanOfQueue): void {
    const alarm: FollowingAlarm = this.add(id, setting, severity, queueMetric(metric, () => alarm.current()?.queueName), (situation, declared) => {
      const arn = queueIn(situation);
      const queue = arn === undefined ? undefined : watchedQueue(this.scope, arn);
      const plan = queue && planOf(queue, declared.consumed.has(queueIdentity(arn!)));
      return plan && { ...plan, queueName: queue.queueName };
    });
  }

  private watchSender(sender: Sender): void {
    const key = lossKey(sender);
    const name = nameOfSender(sender);
    if (isNew(this.found, key)) {
      const { namespace, metricName, statistic } = lossMetric(sender);
      const runbook = sender.deadLetterArn === undefined ? RUNBOOKS.senderFailed : RUNBOOKS.senderDeadLetterFailed;
      // A sender may get its dead-letter queue after the alarm about its loss: then another metric tells of it.
      const before = `SenderFailed ${idOf(name)}`;
      this.add(this.scope.node.tryFindChild(before) ? `SenderQueueFailed ${idOf(name)}` : before, 'senderFailed', AlarmSeverity.CRITICAL,
        new cloudwatch.Metric({ namespace, metricName, statistic, dimensionsMap: sender.dimensions }),
        ({ senders }) => {
          const same = [...senders, ...this.subject.named].filter(other => lossKey(other) === key);
          const alternatives = same.map(({ construct }) => conditionsOf(Stack.of(this.scope), [resourceIn(construct)]));
          return same.length > 0 ? { ...this.once(runbook(this.name, name, SENDER_WORDS[sender.kind])), alternatives } : undefined;
        });
    }
    const queue = sender.deadLetterArn;
    if (queue !== undefined && isNew(this.found, queueIdentity(queue))) {
      this.watchQueue(this.prefixOfQueue(`SenderQueue ${idOf(name)} `), ({ failureTargets, deadLetterTarget }) => isAmong(queue, [...failureTargets, deadLetterTarget]) ? undefined : queue);
    }
  }

  /** The prefix, with a number if another queue has it: each target of a rule may have a dead-letter queue of its own. */
  private prefixOfQueue(prefix: string): string {
    const taken = this.queues.filter(queue => queue.prefix.startsWith(prefix)).length;
    return taken === 0 ? prefix : `${prefix}${taken + 1} `;
  }

  private add(id: string, setting: Setting, usual: AlarmSeverity, metric: cloudwatch.Metric, plan: PlanIn): FollowingAlarm {
    const { settings, target } = this.subject;
    const options = settings[setting] ?? {};
    const severity = options.severity ?? usual;
    const before = this.created.filter(entry => entry.setting === setting).length;
    const alarm = new FollowingAlarm(this.scope, id, {
      metric,
      neverMath: !AGES.includes(metric.metricName),
      options: options.alarmName === undefined || before === 0 ? options : { ...options, alarmName: `${options.alarmName}-${before + 1}` },
      actions: settings[severity],
      subjects: [target.resource, target.alias],
      plan: declared => plan(this.situationIn(declared), declared),
      onDecision: declared => {
        this.decidedBy = declared;
      },
    });
    this.created.push({ alarm, setting, severity });
    return alarm;
  }

  private situationIn(declared: Declared): Situation {
    const known = this.situations.get(declared) ?? situationOf(this.scope, this.subject.target, declared, this.subject.given);
    this.situations.set(declared, known);
    return known;
  }

  private once(runbook: Runbook): AlarmPlan {
    return { threshold: 1, description: description(runbook) };
  }

  private at(threshold: Threshold | undefined, runbook: Runbook): AlarmPlan | undefined {
    return threshold === undefined ? undefined : { threshold, description: description(runbook) };
  }
}

/** Whether a set lacks a text, which it gets. */
function isNew(set: Set<string>, text: string): boolean {
  const { size } = set;
  return set.add(text).size > size;
}

function isAmong(arn: string, others: readonly (string | undefined)[]): boolean {
  return others.some(other => other !== undefined && queueIdentity(other) === queueIdentity(arn));
}

/** A path in the id of a construct. */
function idOf(path: string): string {
  return path.replaceAll('/', '.');
}
