import { LambdaClient } from '@aws-sdk/client-lambda';
import { assumedRole } from './assumed-role';
import { regionOf } from './target';
import type { LambdaTarget } from '../../contract/lambda-target';

const SECOND = 1000;

/** Within one Region, a line that is not there after this long will not come. */
const CONNECTION_TIMEOUT = 5 * SECOND;

/** For all calls but synchronous invocations, which say for themselves how long they wait: `client.send(command, { requestTimeout })`. */
const REQUEST_TIMEOUT = 30 * SECOND;

/** Makes the clients, one for each Region and role. */
export class LambdaClients {
  private readonly clients = new Map<string, LambdaClient>();

  /**
   * A client that reaches the target.
   *
   * It tries everything once: what to try again, and whether that is safe, `retrying` knows better than
   * the SDK, which repeats what is broken for good and may invoke a function twice.
   */
  readonly of = (target: LambdaTarget): LambdaClient => {
    const region = regionOf(target);
    const key = JSON.stringify([region, target.AssumeRoleArn, target.ExternalId]);
    const known = this.clients.get(key);
    if (known) {
      return known;
    }
    const client = new LambdaClient({
      ...(region !== undefined && { region }),
      ...(target.AssumeRoleArn !== undefined && { credentials: assumedRole(target.AssumeRoleArn, target.ExternalId) }),
      maxAttempts: 1,
      requestHandler: { connectionTimeout: CONNECTION_TIMEOUT, requestTimeout: REQUEST_TIMEOUT, throwOnRequestTimeout: true },
    });
    this.clients.set(key, client);
    return client;
  };
}
