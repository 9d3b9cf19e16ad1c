import { ArnFormat, Duration, Lazy, Stack, Token, type CfnResource } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { AsyncInvokeAlarmActions, AsyncInvokeAlarmOptions } from './alarm-options';
import { declaredIn, type Declared } from './declared';
import { declaredInPass } from './pass';
import type { Threshold } from './threshold';
import { carryConditions } from '../target/carried-condition';
import type { Conditions } from '../target/combined-condition';

/** What an alarm does, given what the app declares. */
export interface AlarmPlan {
  readonly threshold: Threshold;
  readonly description: string;

  /** The queue that the alarm watches. */
  readonly queueName?: string;

  /** The conditions of things of which one suffices for the alarm. */
  readonly alternatives?: readonly Conditions[];
}

/** Properties of an alarm that follows what the app declares. */
export interface FollowingAlarmProps {
  readonly metric: cloudwatch.Metric;

  /** `undefined` if the alarm has nothing to watch. */
  readonly plan: (declared: Declared) => AlarmPlan | undefined;

  /** The resources that the alarm is about. It exists only if they do. */
  readonly subjects?: readonly (CfnResource | undefined)[];

  /**
   * Whether the threshold is never a condition, so that nothing prepares for metric math.
   *
   * @default false
   */
  readonly neverMath?: boolean;
  readonly options: AsyncInvokeAlarmOptions;
  readonly actions?: AsyncInvokeAlarmActions;

  /** Called with what the app declares whenever the alarm is rendered. */
  readonly onDecision: (declared: Declared) => void;
}

/**
 * Alarm whose threshold and existence follow from what the app declares, also later than the alarm.
 *
 * It decides when it is rendered. An alarm without anything to watch is left out of the template, and its ARN is a text then, so that
 * nothing refers to a resource that does not exist.
 */
export class FollowingAlarm extends cloudwatch.Alarm {
  private readonly resource: cloudwatch.CfnAlarm;
  private readonly literalName: string;
  private readonly plan: FollowingAlarmProps['plan'];

  /** The plan with which the alarm was rendered last. */
  private rendered?: { readonly plan?: AlarmPlan };

  constructor(scope: Construct, id: string, { metric, plan, subjects = [], neverMath, options, actions, onDecision }: FollowingAlarmProps) {
    const alarmName = options.alarmName ?? nameOfAlarm(scope, id);
    const period = options.period ?? Duration.minutes(1);
    super(scope, id, {
      metric: metric.with({ period }),
      alarmName,
      alarmDescription: Lazy.string({ produce: () => this.current()?.description }),
      threshold: Lazy.number({ produce: () => this.thresholdNumber() }),
      evaluationPeriods: options.evaluationPeriods ?? 1,
      datapointsToAlarm: options.datapointsToAlarm,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    this.literalName = alarmName;
    this.plan = declared => tuned(options, plan(declared));
    this.resource = this.node.defaultChild as cloudwatch.CfnAlarm;
    carryConditions(this.resource, { subjects: () => subjects, alternatives: () => this.current()?.alternatives ?? [] });
    Object.defineProperty(this.resource, 'shouldSynthesize', { value: () => this.decide(onDecision) });
    if (!neverMath && options.threshold === undefined) {
      this.compareByMathIfNeeded();
    }
    addActions(this, actions);
  }

  override get alarmArn(): string {
    return Lazy.string({ produce: () => this.current() ? super.alarmArn : this.literalArn() });
  }

  override get alarmName(): string {
    return Lazy.string({ produce: () => this.current() ? super.alarmName : this.literalName });
  }

  /** The plan for the app as it is now; `undefined` if the alarm has nothing to watch. */
  now(declared = declaredIn(this.node.root)): AlarmPlan | undefined {
    return this.plan(declared);
  }

  /** The plan with which the alarm is rendered in this pass, as far as that is decided. */
  current(): AlarmPlan | undefined {
    return this.rendered ? this.rendered.plan : this.plan(declaredInPass(this, 'reading'));
  }

  private decide(onDecision: FollowingAlarmProps['onDecision']): boolean {
    const declared = declaredInPass(this.resource, 'deciding');
    onDecision(declared);
    this.rendered = { plan: this.plan(declared) };
    return this.rendered.plan !== undefined;
  }

  private literalArn(): string {
    return Stack.of(this).formatArn({ service: 'cloudwatch', resource: 'alarm', resourceName: this.literalName, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
  }

  private condition(): string | undefined {
    const threshold = this.current()?.threshold;
    return typeof threshold === 'object' ? threshold.condition : undefined;
  }

  private thresholdNumber(): number {
    const threshold = this.current()?.threshold;
    return typeof threshold === 'number' ? threshold : 1;
  }

  /** CloudFormation computes nothing, CloudWatch does: an expression compares with numbers that only the deployment knows. */
  private compareByMathIfNeeded(): void {
    const { resource } = this;
    const { metricName, namespace, dimensions, period, statistic } = resource;
    const unlessMath = <T>(value: T) => this.condition() === undefined ? value : undefined;
    resource.metricName = Lazy.string({ produce: () => unlessMath(metricName) });
    resource.namespace = Lazy.string({ produce: () => unlessMath(namespace) });
    resource.dimensions = Lazy.any({ produce: () => unlessMath(dimensions) });
    resource.period = Lazy.number({ produce: () => unlessMath(period) });
    resource.statistic = Lazy.string({ produce: () => unlessMath(statistic) });
    resource.metrics = Lazy.any({
      produce: () => this.condition() && [
        { id: 'value', metricStat: { metric: { metricName, namespace, dimensions }, period, stat: statistic }, returnData: false },
        { id: 'reached', expression: this.condition(), label: 'threshold reached', returnData: true },
      ],
    });
  }
}

/** Adds actions to an alarm. */
export function addActions(alarm: cloudwatch.AlarmBase, { alarmActions = [], okActions = [] }: AsyncInvokeAlarmActions = {}): void {
  if (alarmActions.length > 0) {
    alarm.addAlarmAction(...alarmActions);
  }
  if (okActions.length > 0) {
    alarm.addOkAction(...okActions);
  }
}

/** Longest name that CloudWatch accepts. */
const LONGEST_NAME = 255;

/** Longest name of a stack, which may be a token. */
const LONGEST_STACK_NAME = 128;

/** The part of the address of a construct that tells names apart whose beginnings are cut off. */
const DISCRIMINATOR = 8;

/** The name of an alarm: that of its stack, and its path in the stack. */
export function nameOfAlarm(scope: Construct, id: string): string {
  const { stackName, node } = Stack.of(scope);
  const path = `${scope.node.path.slice(node.path.length + 1)}/${id}`;
  const room = LONGEST_NAME - (Token.isUnresolved(stackName) ? LONGEST_STACK_NAME : stackName.length) - 1;
  const end = () => `${scope.node.addr.slice(-DISCRIMINATOR)}-${path.slice(DISCRIMINATOR + 1 - room)}`;
  return `${stackName}/${path.length <= room ? path : end()}`;
}

/** A plan with the threshold that you choose. */
function tuned({ enabled = true, threshold }: AsyncInvokeAlarmOptions, plan?: AlarmPlan): AlarmPlan | undefined {
  return enabled && plan ? { ...plan, threshold: threshold ?? plan.threshold } : undefined;
}
