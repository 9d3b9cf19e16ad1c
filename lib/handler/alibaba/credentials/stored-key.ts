import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { AccessKey, AlibabaSecret } from '../../../contract/alibaba-target';
import { isObject, readJson } from '../../json';
import type { Deployment } from '../../resource';
import { ONE_ATTEMPT } from '../../retry/one-attempt';
import { retrying } from '../../retry/retrying';

const ARN = /^arn:[^:]+:secretsmanager:(?<region>[^:]+):/;

/**
 * Key from a secret of Secrets Manager.
 *
 * @throws Error if the secret has no key; it shows no value
 */
export async function storedKey({ SecretArn }: AlibabaSecret, deployment: Deployment): Promise<AccessKey> {
  const region = ARN.exec(SecretArn)?.groups!.region;
  const client = new SecretsManagerClient({ ...region !== undefined && { region }, ...ONE_ATTEMPT });
  try {
    const { SecretString } = await retrying(
      { name: 'GetSecretValue', repeatable: true },
      () => client.send(new GetSecretValueCommand({ SecretId: SecretArn })),
      deployment,
    );
    return readKey(SecretString, SecretArn);
  } finally {
    client.destroy();
  }
}

/** Without a word about what stands there. */
function readKey(secret: string | undefined, arn: string): AccessKey {
  const malformed = (got: string) => new Error(
    `\`credentials\` must be a secret with \`accessKeyId\` and \`accessKeySecret\` in JSON, got: ${got}. The secret is ${arn}.`,
  );
  if (secret === undefined) {
    throw malformed('a binary one');
  }
  const value = readJson(secret);
  if (!isObject(value)) {
    throw malformed('no JSON object');
  }
  const { accessKeyId, accessKeySecret, securityToken } = value;
  const missing = Object.entries({ accessKeyId, accessKeySecret }).filter(([, part]) => !isText(part)).map(([name]) => `\`${name}\``);
  if (missing.length > 0) {
    throw malformed(`one without ${missing.join(' and ')}`);
  }
  return { accessKeyId, accessKeySecret, ...isText(securityToken) ? { securityToken } : {} } as AccessKey;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
