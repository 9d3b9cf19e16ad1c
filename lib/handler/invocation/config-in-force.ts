import { GetFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda';
import { nameOf, type Invocation } from './properties';
import { CONFIG_SPREAD_TIME } from '../../contract/handler-time';
import type { Deployment } from '../resource';
import { isNotFound } from '../retry/classify';
import { retrying } from '../retry/retrying';

const TIME_TO_SPREAD = CONFIG_SPREAD_TIME * 1000;

/** Thrown when nothing would report the outcome of an event. */
export class NoConfig extends Error {
  constructor(functionName: string) {
    super(`${functionName} has no event invoke config, so Lambda reports no outcome of events. Add a config with destinations for success and failure.`);
    this.name = 'NoConfig';
  }
}

/**
 * Time in milliseconds until the config that reports the outcome of events is in force.
 *
 * @throws NoConfig if there is none
 */
export async function timeUntilInForce(invocation: Invocation, deployment: Deployment): Promise<number> {
  const client = deployment.lambda(invocation.target);
  const command = new GetFunctionEventInvokeConfigCommand({ FunctionName: invocation.functionName, Qualifier: invocation.qualifier });
  try {
    const { LastModified } = await retrying({ name: 'GetFunctionEventInvokeConfig', repeatable: true }, () => client.send(command), deployment);
    return Math.max(0, (LastModified?.getTime() ?? deployment.clock.now()) + TIME_TO_SPREAD - deployment.clock.now());
  } catch (error) {
    throw isNotFound(error) ? new NoConfig(nameOf(invocation)) : error;
  }
}
