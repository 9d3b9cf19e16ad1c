import { Mixin } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { around } from './around';
import type { DeclaredFunction } from './declared-app';
import { functionOf } from './declared-function';
import { FunctionSelection } from './function-selection';
import { MixinOutcome, type MixinReportEntry } from './mixin-report';
import { QueueAlarms } from './queue-alarms';
import { Report } from './report';
import { reasonToSkip } from './selected';
import { SenderAlarms } from './sender-alarms';
import { declaredAround, visit } from './visits';
import type { AsyncInvokeAlarmSettings } from '../operations/alarm-options';
import { AsyncInvokeAlarms } from '../operations/async-invoke-alarms';
import { senderTargets } from '../operations/sender';
import { keptBy } from '../target/kept-by';
import { pathOf, referencedResource } from '../target/referenced-resource';
import { functionIdentity } from '../target/target-identity';

/** Properties of `FunctionAsyncAlarms`. */
export interface FunctionAsyncAlarmsProps extends AsyncInvokeAlarmSettings {
  /**
   * Functions that get alarms.
   *
   * @default FunctionSelection.INVOKED_ASYNCHRONOUSLY
   */
  readonly functions?: FunctionSelection;
}

/** Id of the alarms below a function. */
const ALARMS_ID = 'AsyncInvokeAlarms';

/**
 * Mixin that gives functions the alarms of `AsyncInvokeAlarms`, which tell when events are lost, or about to be.
 *
 * A function that has `AsyncInvokeAlarms` already is left as it is, also if they are about one of its aliases, and so are functions that run
 * custom resources. `report` says what was done and what was left. A queue that is not below its function may serve several functions: it
 * gets alarms of its own, and so does a sender in another stack.
 *
 * A mixin works at once: apply it last, after `FunctionFailureDestination`, or as an aspect with `Shims.asAspect`.
 */
export class FunctionAsyncAlarms extends Mixin {
  private readonly entries = new Report();

  constructor(private readonly props: FunctionAsyncAlarmsProps = {}) {
    super();
  }

  /** What the mixin has done so far, by function. */
  get report(): MixinReportEntry[] {
    return this.entries.entries;
  }

  /** Whether a construct is a function of the app: the L1, which every L2 contains. */
  supports(construct: IConstruct): boolean {
    visit(this, construct);
    return lambda.CfnFunction.isCfnFunction(construct);
  }

  /** Gives a function its alarms. */
  applyTo(construct: IConstruct): void {
    if (!lambda.CfnFunction.isCfnFunction(construct)) {
      return;
    }
    const app = declaredAround(construct);
    const identity = functionIdentity(construct, construct.ref);
    const functionPath = pathOf(construct);
    const skipped = reasonToSkip(app, identity, this.props.functions ?? FunctionSelection.INVOKED_ASYNCHRONOUSLY);
    const existing = app.alarms.get(functionPath);
    if (skipped !== undefined || existing !== undefined) {
      this.entries.add({ construct, functionPath, outcome: MixinOutcome.LEFT, detail: skipped ?? `it has alarms: ${existing}` });
      return;
    }
    const { functions, ...settings } = this.props;
    const home = around(construct);
    const declared = app.of(identity);
    const queues = queuesOf(construct, declared);
    const areShared = queues.some(queue => !queue.node.path.startsWith(`${home.node.path}/`));
    const areElsewhere = [...declared.senders].some(({ stack }) => stack !== construct.stack);
    const alarms = new AsyncInvokeAlarms(home, ALARMS_ID, {
      function: functionOf(construct), discoverSenders: !areElsewhere, ...settings, ...(areShared || areElsewhere) && WITHOUT_QUEUES,
    });
    if (areShared || areElsewhere) {
      queues.forEach(queue => QueueAlarms.of(queue, settings));
    }
    if (areElsewhere) {
      declared.senders.forEach(sender => SenderAlarms.of(sender, functionPath, settings));
    }
    this.entries.add({ construct: alarms, functionPath, outcome: MixinOutcome.ADDED, detail: `alarms at ${alarms.node.path}` });
    app.alarms.set(functionPath, alarms.node.path);
  }
}

/** Settings of the alarms of a function whose queues have their own. */
const WITHOUT_QUEUES: AsyncInvokeAlarmSettings = {
  failureQueueNotEmpty: { enabled: false },
  consumerBehind: { enabled: false },
  recordsExpiring: { enabled: false },
};

/** The queues of the app that keep failures of a function: of its configs, its dead-letter queue, and those of its callers. */
function queuesOf(fn: lambda.CfnFunction, { configs, senders }: DeclaredFunction): sqs.CfnQueue[] {
  const arns = [
    ...[...configs.values()].flat().map(({ settings }) => settings.onFailure),
    keptBy(fn, fn.deadLetterConfig, 'targetArn'),
    ...[...senders].flatMap(senderTargets).map(({ sender }) => sender.deadLetterArn),
  ];
  const resources = arns.map(arn => arn === undefined ? undefined : referencedResource(arn));
  return [...new Set(resources)].filter((resource): resource is sqs.CfnQueue => resource?.cfnResourceType === 'AWS::SQS::Queue');
}
