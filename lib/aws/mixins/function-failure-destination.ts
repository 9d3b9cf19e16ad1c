import { Mixin, Stack, Token, type CfnResource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct, IConstruct } from 'constructs';
import { around } from './around';
import type { DeclaredFunction } from './declared-app';
import { addConfig, completeConfig, failureDestinationOf, isUncertain, targetOf, type GivenDestination } from './failure-config';
import { FailureQueues } from './failure-queues';
import { FunctionSelection } from './function-selection';
import { MixinOutcome, type MixinReportEntry } from './mixin-report';
import { Report } from './report';
import { reasonToLeave, reasonToSkip } from './selected';
import { isNear, keepUndelivered, UndeliveredQueue } from './undelivered';
import { declaredAround, visit } from './visits';
import { NO_FAILURE_DESTINATION } from '../../constraints/aws-lambda/destination';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { warn } from '../../provider/warning';
import type { DeclaredConfig } from '../config/declared-config';
import { isEventInvokeConfig } from '../config/event-invoke-config';
import { AsyncDestination } from '../destinations/async-destination';
import { FailureQueue } from '../function/failure-queue';
import { pathOf, referencedResource } from '../target/referenced-resource';
import { functionIdentity } from '../target/target-identity';

/** Properties of `FunctionFailureDestination`. */
export interface FunctionFailureDestinationProps {
  /**
   * Functions that get a failure destination.
   *
   * @default FunctionSelection.INVOKED_ASYNCHRONOUSLY
   */
  readonly functions?: FunctionSelection;

  /**
   * Destination for the records of failed events, for all functions.
   *
   * Accepts any `lambda.IDestination`. The functions must be in its Region.
   *
   * @default - failure queues as `queues` says
   */
  readonly onFailure?: lambda.IDestination;

  /**
   * Queues that are made for failed events. They are encrypted, accept only TLS connections and keep records for 14 days.
   *
   * @default FailureQueues.PER_FUNCTION
   */
  readonly queues?: FailureQueues;

  /**
   * Gives the rules, subscriptions and schedules that invoke a function a dead-letter queue where they have none.
   *
   * It keeps events that Lambda does not accept, e.g. because the function was deleted or throttled for too long. A failure destination does
   * not see these events. The queues are made as `queues` says.
   *
   * @default true
   */
  readonly keepUndelivered?: boolean;

  /**
   * Skips granting; the execution roles already have the permissions that the destination needs.
   *
   * @default false
   */
  readonly skipPermissions?: boolean;
}

/**
 * Mixin that gives functions a failure destination where they have none: `$LATEST`, aliases and versions that are invoked, and configs
 * without one.
 *
 * It merges: settings and destinations that are declared already stay as they are, and so do functions with a dead-letter queue, durable
 * functions, and functions that run custom resources. `report` says what was done and what was left.
 *
 * A mixin works at once: what is declared later is missed. Apply it last, or as an aspect with `Shims.asAspect`.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export class FunctionFailureDestination extends Mixin {
  private readonly entries = new Report();

  /**
   * @throws Error if `queues` is given beside `onFailure`
   */
  constructor(private readonly props: FunctionFailureDestinationProps = {}) {
    super();
    if (props.onFailure && props.queues) {
      throw new Error(`\`queues\` must be left out with \`onFailure\`, got: ${props.queues}. The mixin makes no queues for a destination that you give.`);
    }
  }

  /** What the mixin has done so far, by function and qualifier. */
  get report(): MixinReportEntry[] {
    return this.entries.entries;
  }

  /** Whether a construct is a function of the app: the L1, which every L2 contains. */
  supports(construct: IConstruct): boolean {
    visit(this, construct);
    return lambda.CfnFunction.isCfnFunction(construct);
  }

  /** Gives a function its failure destination. */
  applyTo(construct: IConstruct): void {
    if (!lambda.CfnFunction.isCfnFunction(construct)) {
      return;
    }
    const app = declaredAround(construct);
    const identity = functionIdentity(construct, construct.ref);
    const skipped = reasonToSkip(app, identity, this.props.functions ?? FunctionSelection.INVOKED_ASYNCHRONOUSLY);
    if (skipped !== undefined) {
      this.leave(construct, undefined, skipped);
      return;
    }
    this.entries.forget(pathOf(construct));
    const declared = app.of(identity);
    const reason = reasonToLeave(construct);
    if (reason !== undefined) {
      this.leave(construct, undefined, reason);
    } else {
      wanted(declared, this.props.functions).forEach(qualifier => this.configure(construct, declared, qualifier));
    }
    if (this.props.keepUndelivered ?? true) {
      declared.senders.forEach(caller => this.keepUndelivered(construct, identity, caller));
    }
  }

  private keepUndelivered(fn: lambda.CfnFunction, identity: string, caller: CfnResource): void {
    const home = this.home(fn);
    const kept = isNear(caller, home)
      ? keepUndelivered(caller, identity, () => UndeliveredQueue.in(home, this.owner(fn)))
      : { reason: 'it is in another Region or account' };
    if (kept && 'queue' in kept) {
      this.entries.add({
        construct: caller, functionPath: pathOf(fn), outcome: MixinOutcome.ADDED, detail: `undelivered events go to ${kept.queue.node.path}`,
      }, pathOf(caller));
    } else if (kept) {
      this.entries.add({ construct: caller, functionPath: pathOf(fn), outcome: MixinOutcome.LEFT, detail: kept.reason }, pathOf(caller));
    }
  }

  private configure(fn: lambda.CfnFunction, declared: DeclaredFunction, qualifier: string): void {
    const [config, another] = declared.configs.get(qualifier) ?? [];
    const place = declared.qualifiers.get(qualifier);
    if (another) {
      this.leave(fn, qualifier, 'it has several configs');
    } else if (config) {
      this.complete(fn, config, place, qualifier);
    } else if (qualifier !== LATEST && !place) {
      this.leave(fn, qualifier, 'the app declares no such alias or version');
    } else if ([...declared.configs.keys()].some(isUncertain)) {
      this.leave(fn, qualifier, 'the function has a config whose qualifier is known only at deployment');
    } else {
      this.attempt(fn, qualifier, () => {
        const added = addConfig(targetOf(fn, place), place ?? fn, declared, this.given(fn));
        declared.configs.set(qualifier, [added]);
        return added;
      });
    }
  }

  private complete(fn: lambda.CfnFunction, config: DeclaredConfig, place: lambda.CfnAlias | lambda.CfnVersion | undefined, qualifier: string): void {
    const known = failureDestinationOf(config);
    if (!isEventInvokeConfig(config.resource)) {
      const { onFailure } = config.settings;
      const where = onFailure ? described(onFailure) : 'no failure destination that the app knows';
      this.leave(config.resource, qualifier, `its config is put by API, with ${where}`, fn);
    } else if (known === 'unknown') {
      this.leave(config.resource, qualifier, 'the app does not know the failure destination of its config', fn);
    } else if (known.arn !== undefined) {
      this.leave(config.resource, qualifier, known.arn === '' ? 'its config declines a failure destination' : `it has a failure destination: ${described(known.arn)}`, fn);
    } else {
      this.attempt(fn, qualifier, () => {
        completeConfig(config, targetOf(fn, place), this.given(fn));
        return config;
      });
    }
  }

  private attempt(fn: lambda.CfnFunction, qualifier: string, add: () => DeclaredConfig): void {
    const home = this.home(fn);
    const hadQueue = home.node.tryFindChild(QUEUE_ID) !== undefined;
    try {
      const config = add();
      const { resource } = config;
      const destination = failureDestinationOf(config) as { readonly arn: string };
      this.entries.add({
        construct: resource, functionPath: pathOf(fn), qualifier, outcome: MixinOutcome.ADDED, detail: `failures go to ${described(destination.arn)}`,
      });
    } catch (error) {
      if (!hadQueue) {
        home.node.tryRemoveChild(QUEUE_ID);
      }
      const reason = (error as Error).message;
      this.leave(fn, qualifier, reason);
      warn(fn, NO_FAILURE_DESTINATION, 'onFailure', `nothing for ${pathOf(fn)}:${qualifier}, because the mixin could not add a failure destination: ${reason}`);
    }
  }

  private leave(construct: IConstruct, qualifier: string | undefined, detail: string, fn = construct): void {
    this.entries.add({ construct, functionPath: pathOf(fn), qualifier, outcome: MixinOutcome.LEFT, detail });
  }

  private given(fn: lambda.CfnFunction): GivenDestination {
    const { onFailure, skipPermissions = false } = this.props;
    return { destination: onFailure ?? AsyncDestination.queue(queueIn(this.home(fn), this.owner(fn))), skipPermissions };
  }

  /** The construct that contains the failure queue of a function. */
  private home(fn: lambda.CfnFunction): Construct {
    return this.props.queues === FailureQueues.PER_STACK ? Stack.of(fn) : around(fn);
  }

  /** The function that a queue belongs to; undefined for one that the functions of a stack share. */
  private owner(fn: lambda.CfnFunction): lambda.CfnFunction | undefined {
    return this.props.queues === FailureQueues.PER_STACK ? undefined : fn;
  }
}

/** The qualifiers that need a failure destination. */
function wanted({ configs, callers, qualifiers }: DeclaredFunction, selection?: FunctionSelection): Set<string> {
  const aliases = [...qualifiers].filter(([, resource]) => lambda.CfnAlias.isCfnAlias(resource)).map(([qualifier]) => qualifier);
  return new Set([...configs.keys(), ...callers.keys(), ...selection === FunctionSelection.ALL ? [LATEST, ...aliases] : []]);
}

const QUEUE_ID = 'AsyncFailureQueue';

/** The failure queue of a function or stack, which is made only once. */
function queueIn(home: Construct, owner?: lambda.CfnFunction): FailureQueue {
  return home.node.tryFindChild(QUEUE_ID) as FailureQueue | undefined ?? new FailureQueue(home, QUEUE_ID, owner);
}

/** A destination for people: the path of its resource, or its ARN. */
function described(arn: string): string {
  const resource = referencedResource(arn);
  return resource ? pathOf(resource) : Token.isUnresolved(arn) ? 'a target that is known only at deployment' : arn;
}
