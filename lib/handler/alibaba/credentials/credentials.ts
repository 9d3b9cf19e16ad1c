import { federatedKey } from './federated-key';
import { storedKey } from './stored-key';
import type { AccessKey, AlibabaTarget } from '../../../contract/alibaba-target';
import type { Deployment } from '../../resource';

/**
 * The key to sign with, from wherever it comes. It is asked for once for each request, and kept nowhere.
 *
 * @throws Error that says what is missing, and never shows what is there
 */
export function accessKey({ Credentials }: AlibabaTarget, deployment: Deployment): Promise<AccessKey> {
  return 'SecretArn' in Credentials ? storedKey(Credentials, deployment) : federatedKey(Credentials, deployment);
}
