import { Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { BoundSource, DeclaredSource } from './declared-source';
import { readingActions } from './reading-actions';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { REPLAY_FIFO_QUEUE } from '../../constraints/aws-replay/source';
import { invalid } from '../../constraints/invalid';
import { broken } from '../../constraints/rule';
import { REPLAY_PERMISSIONS, type ReplayQueue } from '../../contract/replay';
import { grantKey } from '../destinations/key-permission';
import { unqualified } from '../target/invocation-target';
import { unqualifiedArn } from '../target/unqualified-arn';

/** Queue with records or dead letters. */
export class QueueSource implements DeclaredSource {
  readonly arn: string;

  constructor(readonly construct: sqs.IQueue, readonly name?: string, readonly deadLettersOf?: lambda.IFunction) {
    this.arn = construct.queueArn;
  }

  bind(scope: Construct, name: string): BoundSource {
    if (this.construct.fifo) {
      throw invalid(scope, broken(REPLAY_FIFO_QUEUE, 'from', `FIFO queue ${this.construct.node.path}`));
    }
    return boundQueue(this.construct, {
      name,
      kind: 'queue',
      url: this.construct.queueUrl,
      region: this.construct.env.region === Stack.of(scope).region ? undefined : this.construct.env.region,
      deadLettersOf: this.deadLettersOf && qualifiedArn(scope, this.deadLettersOf),
    });
  }
}

/** A queue that a replay reads. */
export function boundQueue(queue: sqs.IQueue, settings: ReplayQueue): BoundSource {
  const grant = (grantee: iam.IGrantable, actions: readonly string[]) => {
    queue.grant(grantee, ...actions);
    grantKey(grantee, queue.encryptionMasterKey, ['kms:Decrypt']);
  };
  return {
    settings,
    grantPlan: planner => grant(planner, readingActions(REPLAY_PERMISSIONS.queue)),
    grantRun: sender => grant(sender, REPLAY_PERMISSIONS.queue),
    grantMachine: () => {},
  };
}

/** The ARN with which the worker invokes a function: a function stands for its `$LATEST`. */
function qualifiedArn(scope: Construct, fn: lambda.IFunction): string {
  return fn.functionArn === unqualifiedArn(scope, unqualified(fn)) ? `${fn.functionArn}:${LATEST}` : fn.functionArn;
}
