import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { BoundSource, DeclaredSource } from './declared-source';
import type { FailedEventReplayProps } from './failed-event-replay-props';
import { REPLAY_SOURCE_MISSING, REPLAY_SOURCE_TWICE } from '../../constraints/aws-replay/source';
import { REPLAY_SOURCE_NAME } from '../../constraints/aws-replay/source-name';
import { invalid } from '../../constraints/invalid';
import { broken } from '../../constraints/rule';
import { knownViolation } from '../../provider/known-violation';

/**
 * The sources of a replay, each with a name of its own.
 *
 * @throws Error if there is none, one is named twice, or one cannot be read
 */
export function bindSources(scope: Construct, { from, encryptionKey, keepObjects }: FailedEventReplayProps): BoundSource[] {
  const declared = from.map(source => source._declared);
  if (declared.length === 0) {
    throw invalid(scope, broken(REPLAY_SOURCE_MISSING, 'from', 'an empty list'));
  }
  const names: string[] = [];
  return declared.map((source, index) => {
    if (declared.findIndex(({ construct, arn }) => construct === source.construct && arn === source.arn) < index) {
      throw invalid(scope, broken(REPLAY_SOURCE_TWICE, 'from', `${source.construct.node.path} twice`));
    }
    const name = distinctName(scope, source, names);
    names.push(name);
    return source.bind(scope, name, { encryptionKey, keepObjects });
  });
}

function distinctName(scope: Construct, source: DeclaredSource, taken: readonly string[]): string {
  const violated = knownViolation(REPLAY_SOURCE_NAME, source.name);
  if (violated) {
    throw invalid(scope, violated);
  }
  const name = source.name ?? nameByPath(source);
  if (source.name !== undefined && taken.includes(name)) {
    throw invalid(scope, broken(REPLAY_SOURCE_TWICE, 'from', `two sources with the name ${name}`));
  }
  return taken.includes(name) ? `${name}-${taken.length + 1}` : name;
}

/** The path of the construct in its stack, as far as the name has room. The last parts say most. */
function nameByPath({ construct }: DeclaredSource): string {
  const path = construct.node.scopes.slice(Stack.of(construct).node.scopes.length).map(({ node }) => node.id);
  return path.join('-').replace(/[^\w-]/g, '-').slice(-LONGEST_NAME);
}

/** Leaves room for a number behind a name that two sources share. */
const LONGEST_NAME = REPLAY_SOURCE_NAME.max - 3;
