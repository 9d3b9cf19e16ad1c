import { MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../constraints/aws-lambda/event-invoke-config';
import { EVENT_AGE_TOO_SHORT_FOR_RETRIES, retriesWithin } from '../../constraints/aws-lambda/event-queue';
import { violation } from '../../constraints/violation';
import { known, literal } from '../../topology';
import type { Check } from '../finding';

/**
 * For certain when the retries do not fit even if the function needs no time. Without a setting, the
 * default of Lambda counts. `SettingOutOfRange` finds an age that Lambda refuses.
 */
export const eventAgeTooShortForRetries: Check = {
  rule: EVENT_AGE_TOO_SHORT_FOR_RETRIES,
  severity: 'warning',
  find: ({ topology }) => topology.configs.flatMap(config => {
    const age = known(config.maxEventAge);
    const retries = known(config.retryAttempts ?? literal(RETRY_ATTEMPTS.default!));
    if (age === undefined || retries === undefined || violation(MAX_EVENT_AGE, age)) {
      return [];
    }
    const possible = retriesWithin(age, retries);
    const asked = config.retryAttempts === undefined ? `${retries} retries, which are the default,` : `${retries} retries`;
    return possible < Math.min(retries, RETRY_ATTEMPTS.max)
      ? [{ origin: config, property: MAX_EVENT_AGE.parameter, value: `${age} seconds for ${asked} of which ${possible} can happen` }]
      : [];
  }),
};
