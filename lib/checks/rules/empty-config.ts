import { EMPTY_CONFIG } from '../../constraints/aws-lambda/event-invoke-config';
import type { Check } from '../finding';

/**
 * For certain when the template writes none of the four settings.
 *
 * An empty text as destination counts as a setting: Lambda accepts such a config. The config of a custom resource of this library is never empty.
 */
export const emptyConfig: Check = {
  rule: EMPTY_CONFIG,
  severity: 'error',
  find: ({ topology }) => topology.configs
    .filter(config => config.type === 'AWS::Lambda::EventInvokeConfig'
      && config.retryAttempts === undefined && config.maxEventAge === undefined
      && config.onSuccess === undefined && config.onFailure === undefined && config.declined.length === 0)
    .map(config => ({ origin: config, property: 'Properties', value: 'none of them' })),
};
