import type { ProvisionedConcurrency } from '../nodes/function';
import type { Property } from '../values/property';
import { unknown } from '../values/value';

/** The provisioned concurrency of a version or alias, by its properties. */
export function provisionedConcurrency(properties: Property): ProvisionedConcurrency | undefined {
  const config = properties.get('ProvisionedConcurrencyConfig');
  if (config.absent) {
    return undefined;
  }
  return config.unknown ?? { executions: config.number('ProvisionedConcurrentExecutions') ?? unknown('`ProvisionedConcurrentExecutions` is missing') };
}
