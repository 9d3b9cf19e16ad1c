import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import type { Declared } from './declared';
import type { Sender } from './sender';
import type { EventLimits } from './threshold';
import { MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../constraints/aws-lambda/event-invoke-config';
import { TIMEOUT } from '../../constraints/aws-lambda/function';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import type { DeclaredSettings } from '../config/declared-config';
import type { InvocationTarget } from '../target/invocation-target';
import { keptBy } from '../target/kept-by';
import { functionIdentity, qualifierIdentity } from '../target/target-identity';

/** What becomes of an event that Lambda gives up. */
export type Fate = 'kept' | 'lost' | 'unknown';

/** What applies to the events of a function, alias or version, given what the app declares. */
export interface Situation {
  /** The limits of each config whose events are in the metrics. */
  readonly limits: readonly EventLimits[];

  /** In seconds; may be a token. */
  readonly timeout: number;

  /** Whether Lambda never runs the function: its reserved concurrency is 0. */
  readonly neverRuns: boolean;

  /** Whether Lambda stops loops of the function. */
  readonly stopsLoops: boolean;

  /** Whether there may be a destination. */
  readonly delivers: boolean;

  /** Whether there may be a dead-letter queue. */
  readonly deadLetters: boolean;
  readonly fate: Fate;

  /** ARNs of the targets that keep failed events. */
  readonly failureTargets: readonly string[];

  /** ARN of the dead-letter queue of the function. */
  readonly deadLetterTarget?: string;
  readonly senders: readonly Sender[];
}

/** What you know of a function whose config the app does not declare. Times in seconds. */
export interface GivenSettings extends Partial<EventLimits> {
  readonly timeout?: number;
  readonly failureQueue?: string;
}

/** What applies to the events of a target. */
export function situationOf(scope: IConstruct, target: InvocationTarget, declared: Declared, given: GivenSettings): Situation {
  const { resource } = target;
  const identity = functionIdentity(scope, target.functionName);
  const qualifier = qualifierIdentity(scope, target.qualifier);
  const isWatched = (other: string) => qualifier === LATEST || other === qualifier;
  const configs = (declared.configs.get(identity) ?? []).filter(config => isWatched(config.qualifier));
  const senders = (declared.senders.get(identity) ?? []).filter(sender => isWatched(sender.qualifier));
  const invoked = (declared.invoked.get(identity) ?? []).filter(isWatched);
  const unconfigured = invoked.some(other => !configs.some(config => config.qualifier === other));
  const others: DeclaredSettings[] = configs.length === 0 || unconfigured ? [resource ? WITHOUT_CONFIG : {}] : [];
  const settings = [...configs.map(config => config.settings), ...others];
  const failures = settings.map(({ onFailure }) => given.failureQueue ?? onFailure);
  const deadLetter = deadLetterOf(resource);
  return {
    limits: settings.map(({ maximumEventAgeInSeconds, maximumRetryAttempts }) => ({
      maxEventAge: given.maxEventAge ?? maximumEventAgeInSeconds ?? MAX_EVENT_AGE.default!,
      retryAttempts: given.retryAttempts ?? maximumRetryAttempts ?? RETRY_ATTEMPTS.default!,
    })),
    timeout: given.timeout ?? (resource ? resource.timeout ?? TIMEOUT.default! : TIMEOUT.max),
    neverRuns: resource?.reservedConcurrentExecutions === 0,
    stopsLoops: resource?.recursiveLoop !== 'Allow',
    delivers: [...failures, ...settings.map(({ onSuccess }) => onSuccess)].some(arn => arn !== ''),
    deadLetters: deadLetter !== '',
    fate: fateOf(failures, deadLetter),
    failureTargets: [...new Set(failures.filter(arn => arn !== undefined && arn !== ''))] as string[],
    deadLetterTarget: deadLetter || undefined,
    senders: senders.map(({ sender }) => sender),
  };
}

const WITHOUT_CONFIG: DeclaredSettings = { onFailure: '', onSuccess: '' };

/** ARN of the dead-letter queue; empty for none, `undefined` if the app does not know. */
function deadLetterOf(resource?: lambda.CfnFunction): string | undefined {
  if (!resource) {
    return undefined;
  }
  return keptBy(resource, resource.deadLetterConfig, 'targetArn');
}

function fateOf(failures: readonly (string | undefined)[], deadLetter?: string): Fate {
  if (deadLetter || failures.every(arn => arn)) {
    return 'kept';
  }
  return deadLetter === '' && failures.every(arn => arn === '') ? 'lost' : 'unknown';
}
