import { LambdaClient } from '@aws-sdk/client-lambda';
import { assumedRole } from './assumed-role';
import { regionOf } from './target';
import type { LambdaTarget } from '../../contract/lambda-target';
import { limitAnswers } from '../retry/largest-answer';
import { ONE_ATTEMPT } from '../retry/one-attempt';

/** Makes one client for each Region and role. */
export class LambdaClients {
  private readonly clients = new Map<string, LambdaClient>();

  /** Client for the target. */
  readonly of = (target: LambdaTarget): LambdaClient => {
    const region = regionOf(target);
    const key = JSON.stringify([region, target.AssumeRoleArn, target.ExternalId]);
    const known = this.clients.get(key);
    if (known) {
      return known;
    }
    const client = limitAnswers(new LambdaClient({
      ...(region !== undefined && { region }),
      ...(target.AssumeRoleArn !== undefined && { credentials: assumedRole(target.AssumeRoleArn, target.ExternalId) }),
      ...ONE_ATTEMPT,
    }));
    this.clients.set(key, client);
    return client;
  };
}
