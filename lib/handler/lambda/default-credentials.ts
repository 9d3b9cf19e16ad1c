import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';

/**
 * Default credentials of the SDK: Lambda puts those of the function's role into the environment.
 *
 * The bundle has this in place of @aws-sdk/credential-provider-node, which also reads
 * files, single sign-on and instance metadata: a hundred kilobytes that no Lambda function needs.
 */
export function defaultProvider(): AwsCredentialIdentityProvider {
  return async () => {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
    if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
      throw new Error('The environment has no AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY: the handler runs in Lambda, which sets them.');
    }
    return { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY, sessionToken: AWS_SESSION_TOKEN };
  };
}
