import { GetFunctionConfigurationCommand, type FunctionConfiguration, type LambdaClient } from '@aws-sdk/client-lambda';
import type { FunctionAndQualifier } from './target';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import type { Deployment } from '../resource';
import { retrying } from '../retry/retrying';

const SECOND = 1000;

/** Longest wait for Lambda to prepare a function, e.g. its image, network or snapshot. */
const BUDGET = 10 * 60 * SECOND;

/** Lambda allows 15 calls a second to manage functions, this one included. */
const INTERVAL = 3 * SECOND;

/**
 * Waits until a function, alias or version can be invoked and configured.
 *
 * @returns the configuration of the function
 * @throws Error if the function is broken, or not ready after ten minutes or at the end of the run
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
      throw new Error(`${named(target)} is not ready yet: its state is ${State}, that of its last update ${LastUpdateStatus}`);
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
