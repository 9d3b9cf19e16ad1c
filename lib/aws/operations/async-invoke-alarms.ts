import { Aspects, Lazy, Stack, type CfnResource, type Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { AsyncInvokeAlarmSettings } from './alarm-options';
import { anyOf } from './alarm-rule';
import { AlarmSet } from './alarm-set';
import { AlarmSeverity } from './alarm-severity';
import { AsyncInvokeMetrics } from './async-invoke-metrics';
import { addActions, nameOfAlarm } from './following-alarm';
import { declaredInPass, endOfConstruction } from './pass';
import { description, RUNBOOKS } from './runbook';
import type { AsyncInvokeSender } from './sender';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { invalid } from '../../constraints/invalid';
import { carryConditions, conditionsOf } from '../target/carried-condition';
import { allOf } from '../target/combined-condition';
import { functionElsewhere, isElsewhere } from '../target/environment';
import { invocationTarget } from '../target/invocation-target';
import { pathOf } from '../target/referenced-resource';

/** Properties of `AsyncInvokeAlarms`. */
export interface AsyncInvokeAlarmsProps extends AsyncInvokeAlarmSettings {
  /**
   * Function, alias or version that is watched; it may be imported.
   *
   * The metrics of a function cover all its aliases and versions, so one of these constructs suffices for an `AsyncFunction`.
   */
  readonly function: lambda.IFunction;

  /**
   * Maximum age of events, for a config that this app does not declare.
   *
   * @default - that of the config in the app, otherwise 6 hours, the default of Lambda
   */
  readonly maxEventAge?: Duration;

  /**
   * Number of retries, for a config that this app does not declare.
   *
   * @default - that of the config in the app, otherwise 2, the default of Lambda
   */
  readonly retryAttempts?: number;

  /**
   * Timeout of the function.
   *
   * @default - that of the function, or 15 minutes, the longest, for an imported function
   */
  readonly timeout?: Duration;

  /**
   * Queue that keeps failed events, for a config that this app does not declare.
   *
   * @default - the queue to which the config in the app sends failures
   */
  readonly failureQueue?: sqs.IQueue;

  /**
   * Senders that the app does not show, e.g. an imported rule.
   *
   * @default - the rules, schedules and subscriptions of the app
   */
  readonly senders?: AsyncInvokeSender[];

  /**
   * Whether to watch the rules, schedules and subscriptions of the app that invoke the function.
   *
   * @default true
   */
  readonly discoverSenders?: boolean;
}

/**
 * Alarms that tell when asynchronous events are lost, or about to be, for one function, alias or version.
 *
 * The alarms follow the config that applies, wherever the app declares it, also later: age, retries and timeout decide the
 * thresholds, and what cannot happen has no alarm. A number that only the deployment knows is compared by metric math. The
 * description of each alarm says what happened, what is lost, and what to do.
 *
 * The alarms also watch the queues that keep failed events, and the rules, schedules and topics that send events.
 *
 * @throws Error if Lambda would refuse the name or qualifier of the function, or if the function belongs to another account or Region
 */
export class AsyncInvokeAlarms extends Construct {
  /** Metrics of the function, alias or version. */
  readonly metrics: AsyncInvokeMetrics;

  /** Goes off with any critical alarm; undefined unless `composite` is given. */
  readonly compositeAlarm?: cloudwatch.CompositeAlarm;

  /** @internal */
  readonly _set: AlarmSet;

  constructor(scope: Construct, id: string, props: AsyncInvokeAlarmsProps) {
    super(scope, id);
    const target = invocationTarget(this, props.function);
    refuseElsewhere(this, target.function);
    const name = target.resource ? pathOf(target.resource) : target.functionName;
    this.metrics = AsyncInvokeMetrics.fromFunction(props.function);
    this._set = new AlarmSet(this, {
      target,
      name: target.qualifier === LATEST ? name : `${name}:${target.qualifier}`,
      metrics: this.metrics,
      settings: props,
      given: {
        maxEventAge: props.maxEventAge?.toSeconds(),
        retryAttempts: props.retryAttempts,
        timeout: props.timeout?.toSeconds(),
        failureQueue: props.failureQueue?.queueArn,
      },
      named: (props.senders ?? []).map(sender => sender._sender),
      discover: props.discoverSenders ?? true,
    });
    if (props.composite) {
      this.compositeAlarm = this.createComposite([target.resource, target.alias]);
      addActions(this.compositeAlarm, props.composite);
    }
    // An aspect that makes these alarms may come too late for an aspect of theirs: then the app is whole by now.
    this._set.watchFound(declaredInPass(this, 'constructing'));
    Aspects.of(this).add({ visit: node => node === this && this.visit() });
  }

  /**
   * The alarms that have something to watch in the app as it is now.
   *
   * What you declare later may add and remove some.
   */
  get alarms(): cloudwatch.Alarm[] {
    return this._set.alarms().filter(alarm => alarm.now() !== undefined);
  }

  private visit(): void {
    endOfConstruction(this);
    this._set.watchFound(declaredInPass(this, 'visiting'));
  }

  private createComposite(subjects: readonly (CfnResource | undefined)[]): cloudwatch.CompositeAlarm {
    const stack = Stack.of(this);
    const critical = () => this._set.alarms(AlarmSeverity.CRITICAL).filter(alarm => alarm.current() !== undefined);
    const rule = Lazy.string({ produce: () => anyOf(critical(), allOf(stack, conditionsOf(stack, subjects))) });
    const alarm = new cloudwatch.CompositeAlarm(this, 'Critical', {
      alarmRule: { renderAlarmRule: () => rule },
      compositeAlarmName: nameOfAlarm(this, 'Critical'),
      alarmDescription: description(RUNBOOKS.critical(this._set.name)),
    });
    carryConditions(alarm.node.defaultChild as cloudwatch.CfnCompositeAlarm, { subjects: () => subjects });
    Object.defineProperty(alarm.node.defaultChild, 'shouldSynthesize', { value: () => critical().length > 0 });
    return alarm;
  }
}

/** CloudWatch alarms get no data from another account or Region. */
function refuseElsewhere(scope: Construct, fn: lambda.IFunction): void {
  const here = Stack.of(scope);
  if (isElsewhere(fn.env, here)) {
    throw invalid(scope, `\`function\` must belong to the account and Region of the stack, got: ${functionElsewhere(fn.env, here)}. `
      + 'An alarm gets no data from elsewhere. Declare the alarms in a stack of the account and Region of the function.');
  }
}
