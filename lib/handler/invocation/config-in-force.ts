import { GetFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda';
import { nameOf, type Invocation } from './properties';
import type { Deployment } from '../resource';
import { isNotFound } from '../retry/classify';
import { retrying } from '../retry/retrying';

/**
 * How old a config has to be before an event can rely on it, in milliseconds.
 *
 * Lambda answers with a new config at once, but goes on for a while to send outcomes where the old one said. Events
 * accepted after two and a half minutes were recorded to follow the new one; nothing less is known to be enough.
 */
export const TIME_TO_SPREAD = 3 * 60 * 1000;

/** Thrown when nothing would report the outcome of an event. */
export class NoConfig extends Error {
  constructor(functionName: string) {
    super(`The outcome of an event cannot be awaited: ${functionName} has no async invoke config that would report it.`);
    this.name = 'NoConfig';
  }
}

/**
 * How long to wait, in milliseconds, until the config that reports the outcome of events is in force.
 *
 * @throws NoConfig when there is none
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
