import { Duration, RemovalPolicy, Resource, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { isArchive } from './archive-source';
import type { FailedEventReplayProps } from './failed-event-replay-props';
import { alarmsOf } from './replay-alarms';
import { dashboardRow } from './replay-dashboard';
import { ReplayMachine } from './replay-machine';
import { replayMetric, type ReplayMetric } from './replay-metrics';
import { replaySettings } from './replay-settings';
import { bindSources } from './replay-sources';
import { ReplayStarters } from './replay-starters';
import { ReplayStorage } from './replay-storage';
import { ReplayTargets } from './replay-targets';
import { ReplayWorker } from './replay-worker';
import { workerEnvironment } from './worker-environment';

/**
 * Sends failed events again: one, or millions.
 *
 * Start an execution of the state machine without an input: it plans, sends nothing, and reports what it found. Then start one with
 * `{ "mode": "run", "plan": "<name of the first>" }`: it sends exactly the events of the plan, each once, and deletes each record
 * when Lambda has accepted its event.
 *
 * A plan has no permission to invoke or to delete. A run may invoke the targets only. Plans, reports, states and logs contain no events.
 *
 * @throws Error if a setting is out of range, or a source cannot be read; at synth if no function is known that may get the events
 */
export class FailedEventReplay extends Resource {
  /** State machine that plans and runs. */
  readonly stateMachine: sfn.StateMachine;

  /** Bucket with plans and reports. It outlives the stack. */
  readonly workBucket: s3.IBucket;

  /** Table that remembers which events were sent. It outlives the stack. */
  readonly ledger: dynamodb.ITable;

  /** Alarm for a run that has stopped because too many of its events failed again. */
  readonly stoppedAlarm: cloudwatch.Alarm;

  /** Alarm for events of which it is unknown whether Lambda accepted them. */
  readonly inDoubtAlarm: cloudwatch.Alarm;

  private readonly replayName: string;
  private readonly starters: ReplayStarters;

  /** State machine that only plans, for those whom `grantPlan` allows to; undefined before its first call. */
  get planOnlyStateMachine(): sfn.StateMachine | undefined {
    return this.starters.planOnlyStateMachine;
  }

  constructor(scope: Construct, id: string, props: FailedEventReplayProps) {
    super(scope, id);
    const settings = replaySettings(this, props);
    const sources = bindSources(this, props);
    const targets = new ReplayTargets(this, props);
    const logRetention = props.logRetention ?? logs.RetentionDays.THREE_MONTHS;
    const storage = new ReplayStorage(this, 'Storage', { encryptionKey: props.encryptionKey, reportRetention: Duration.days(settings.reportRetention) });
    this.replayName = nameInAccount(this);

    const worker = {
      runtime: props.runtime,
      memorySize: props.memorySize,
      logGroup: new logs.LogGroup(this, 'Log', { retention: logRetention, removalPolicy: RemovalPolicy.DESTROY }),
      storage,
      environment: workerEnvironment(this, {
        name: this.replayName,
        storage,
        sources,
        targets,
        ledgerRetention: settings.ledgerRetention,
        keepObjects: props.keepObjects ?? false,
      }),
    };
    const planner = new ReplayWorker(this, 'Planner', 'Plans replays of failed events, and sends none', worker);
    const sender = new ReplayWorker(this, 'Sender', 'Sends failed events again', worker);
    for (const source of sources) {
      source.grantPlan(planner);
      source.grantRun(sender);
    }
    planner.grantMetrics();
    targets.grantInvoke(sender);

    const machine = new ReplayMachine(this, 'Machine', {
      planner,
      sender,
      storage,
      sources,
      logRetention,
      parts: { archives: sources.filter(isArchive).map(({ replay }) => replay), defaults: settings.defaults },
    });
    this.stateMachine = machine.stateMachine;
    this.workBucket = storage.bucket;
    this.ledger = storage.ledger;
    this.starters = new ReplayStarters(this, machine.stateMachine, storage);
    props.replayers?.forEach(grantee => this.grantReplay(grantee));
    props.planners?.forEach(grantee => this.grantPlan(grantee));
    [this.stoppedAlarm, this.inDoubtAlarm] = alarmsOf(this, this.replayName, props.alarmActions ?? []);
  }

  /**
   * Lets a principal plan, run and stop replays, change the concurrency of a run, and read plans and reports.
   *
   * Grants `states:StartExecution` on the state machine, `states:StopExecution`, `states:DescribeExecution` and `states:GetExecutionHistory` on its executions,
   * `states:DescribeMapRun` and `states:UpdateMapRun` on its map runs, and reading of the work bucket. With the permission to update the ledger, runs are slowed down, paused and stopped.
   */
  grantReplay(grantee: iam.IGrantable): iam.Grant {
    return this.starters.grantReplay(grantee);
  }

  /**
   * Lets a principal plan replays and read plans and reports, but send nothing.
   *
   * IAM cannot tell the inputs of executions apart. So the grantee may start another state machine, `planOnlyStateMachine`: it starts an execution of the same name and with the same input, but always as a plan.
   */
  grantPlan(grantee: iam.IGrantable): iam.Grant {
    return this.starters.grantPlan(grantee);
  }


  /** Runs that stopped because too many of their events failed again. The default is the sum of each minute. */
  metricStopped(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metricOf('Stopped', options);
  }

  /** Events that Lambda has accepted again. The default is the sum of each minute. */
  metricSent(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metricOf('Sent', options);
  }

  /** Events that Lambda has refused. Their records stay. The default is the sum of each minute. */
  metricRefused(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metricOf('Refused', options);
  }

  /** Events of which it is unknown whether Lambda accepted them. The default is the sum of each minute. */
  metricInDoubt(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metricOf('InDoubt', options);
  }

  /** Calls that Lambda has throttled. The worker repeats them. The default is the sum of each minute. */
  metricThrottled(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metricOf('Throttled', options);
  }

  /** Replayed events that have come back as failures. The default is the sum of each minute. */
  metricFailedAgain(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metricOf('FailedAgain', options);
  }

  /** Replayed events that have come back as successes, where success destinations send records to a source. The default is the sum of each minute. */
  metricSucceeded(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metricOf('Succeeded', options);
  }

  /** Row for a dashboard: what was sent, what came back, and what is in doubt. */
  dashboardRow(): cloudwatch.Row {
    return dashboardRow(this.replayName);
  }

  private metricOf(name: ReplayMetric, options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return replayMetric(this.replayName, name, options);
  }
}

/** Names the replay in metrics: the name of a stack is unique in its account and Region. */
function nameInAccount(replay: Construct): string {
  const stack = Stack.of(replay);
  return [stack.stackName, ...replay.node.scopes.slice(stack.node.scopes.length).map(({ node }) => node.id)].join('/');
}
