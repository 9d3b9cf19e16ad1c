import { GetFunctionConfigurationCommand, type FunctionConfiguration, type LambdaClient } from '@aws-sdk/client-lambda';
import type { FunctionAndQualifier } from './target';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import type { Deployment } from '../resource';
import { retrying } from '../retry/retrying';

const SECOND = 1000;

/** A function that Lambda still works on after this long, e.g. on its image, network or snapshot, will hardly come. */
const BUDGET = 10 * 60 * SECOND;

/** Lambda counts these calls together with everything else that manages functions: 15 in a second. */
const INTERVAL = 3 * SECOND;

/**
 * Waits until a function, alias or version can be invoked and configured.
 *
 * @returns what Lambda knows about it
 * @throws Error when it is broken, or still not ready after ten minutes or at the end of the time
 */
export async function whenReady(client: LambdaClient, target: FunctionAndQualifier, deployment: Deployment): Promise<FunctionConfiguration> {
  const { clock, log } = deployment;
  const end = clock.now() + BUDGET;
  for (;;) {
    const configuration = await readConfiguration(client, target, deployment);
    const { State, StateReason, LastUpdateStatus } = configuration;
    if (State === 'Failed') {
      throw new Error(`${named(target)} is in state Failed${StateReason ? `: ${StateReason}` : ''}`);
    }
    if (State !== 'Pending' && LastUpdateStatus !== 'InProgress') {
      return configuration;
    }
    if (clock.now() + INTERVAL > end || deployment.remaining() <= INTERVAL) {
      throw new Error(`${named(target)} is still not ready: its state is ${State}, that of its last update ${LastUpdateStatus}`);
    }
    log('not ready', { functionName: target.FunctionName, qualifier: target.Qualifier, state: State, lastUpdateStatus: LastUpdateStatus });
    await clock.sleep(INTERVAL);
  }
}

/** What Lambda knows about a function, alias or version. */
export function readConfiguration(client: LambdaClient, target: FunctionAndQualifier, deployment: Deployment): Promise<FunctionConfiguration> {
  return retrying(
    { name: 'GetFunctionConfiguration', repeatable: true },
    () => client.send(new GetFunctionConfigurationCommand(target)),
    deployment,
  );
}

function named({ FunctionName, Qualifier = LATEST }: FunctionAndQualifier): string {
  return `function ${FunctionName} (${Qualifier})`;
}
