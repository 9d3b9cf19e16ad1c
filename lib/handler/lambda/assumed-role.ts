import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { facts } from '../retry/classify';
import { ONE_ATTEMPT } from '../retry/one-attempt';

/** What the sessions are called in the trail of the account that the role belongs to. */
export const SESSION_NAME = 'cdk-async-invoke';

/** Thrown by a call that needs a role that could not be assumed, so the call itself was never sent. */
export class RoleError extends Error {
  constructor(role: string, readonly roleError: unknown) {
    const { name = 'Error', message = String(roleError) } = facts(roleError);
    super(`the role ${role} could not be assumed, because of ${name}: ${message}`, { cause: roleError });
    this.name = 'RoleError';
  }
}

/**
 * Credentials of a role.
 *
 * It calls STS in the Region of the handler. The credentials work in all Regions.
 */
export function assumedRole(role: string, externalId?: string): AwsCredentialIdentityProvider {
  return async (): Promise<AwsCredentialIdentity> => {
    const sts = new STSClient(ONE_ATTEMPT);
    try {
      const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn: role, RoleSessionName: SESSION_NAME, ExternalId: externalId }));
      return {
        accessKeyId: Credentials!.AccessKeyId!,
        secretAccessKey: Credentials!.SecretAccessKey!,
        sessionToken: Credentials!.SessionToken,
        expiration: Credentials!.Expiration,
      };
    } catch (error) {
      throw new RoleError(role, error);
    } finally {
      sts.destroy();
    }
  };
}
