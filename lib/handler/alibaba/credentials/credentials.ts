import { federatedKey } from './federated-key';
import { storedKey } from './stored-key';
import type { AccessKey, AlibabaTarget } from '../../../contract/alibaba-target';
import type { Deployment } from '../../resource';

/**
 * Key for signatures. The handler fetches it once for each request, and stores it nowhere.
 *
 * @throws Error that names what is missing and shows no value
 */
export function accessKey({ Credentials }: AlibabaTarget, deployment: Deployment): Promise<AccessKey> {
  return 'SecretArn' in Credentials ? storedKey(Credentials, deployment) : federatedKey(Credentials, deployment);
}
