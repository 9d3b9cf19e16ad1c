import { Lazy, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { BoundSource } from './declared-source';
import type { ReplayStorage } from './replay-storage';
import type { ReplayTargets } from './replay-targets';
import { ENVIRONMENT } from '../../constraints/aws-lambda/function';
import { REPLAY_ENVIRONMENT_TOO_LARGE } from '../../constraints/aws-replay/source';
import { broken } from '../../constraints/rule';
import { byteLength } from '../../constraints/violation';
import { REPLAY_ENV } from '../../contract/replay';

/** What the workers know of their replay. */
export interface WorkerKnowledge {
  readonly name: string;
  readonly storage: ReplayStorage;
  readonly sources: readonly BoundSource[];
  readonly targets: ReplayTargets;

  /** In days. */
  readonly ledgerRetention: number;
  readonly keepObjects: boolean;
}

/**
 * The environment of the workers.
 *
 * @returns the variables; synth fails if their lists are too long for certain
 */
export function workerEnvironment(scope: Construct, known: WorkerKnowledge): Record<string, string> {
  const stack = Stack.of(scope);
  const sources = known.sources.map(source => source.settings);
  scope.node.addValidation({
    validate: () => {
      const least = leastSize(stack.resolve([sources, known.targets.all()]));
      return least > ENVIRONMENT.max ? [broken(REPLAY_ENVIRONMENT_TOO_LARGE, 'from` and `targets', `${sources.length} and ${known.targets.all().length}`)] : [];
    },
  });
  return {
    [REPLAY_ENV.table]: known.storage.ledger.tableName,
    [REPLAY_ENV.bucket]: known.storage.bucket.bucketName,
    [REPLAY_ENV.sources]: stack.toJsonString(sources),
    [REPLAY_ENV.targets]: Lazy.string({ produce: () => stack.toJsonString(known.targets.all()) }),
    [REPLAY_ENV.ledgerDays]: String(known.ledgerRetention),
    [REPLAY_ENV.keepObjects]: String(known.keepObjects),
    [REPLAY_ENV.name]: known.name,
  };
}

/** The number of bytes that a value has at least as JSON: what only the deployment knows counts as the shortest ARN. */
function leastSize(value: unknown): number {
  if (Array.isArray(value)) {
    return value.reduce((sum: number, member) => sum + leastSize(member) + 1, 1);
  }
  if (typeof value !== 'object' || value === null) {
    return byteLength(JSON.stringify(value) ?? '');
  }
  const [[name] = []] = Object.entries(value);
  if (name === 'Ref' || name?.startsWith('Fn::')) {
    return SHORTEST_ARN.length;
  }
  return Object.entries(value).reduce((sum, [key, member]) => sum + byteLength(key) + leastSize(member) + 4, 1);
}

const SHORTEST_ARN = 'arn:aws:sqs:us-east-1:123456789012:q';
