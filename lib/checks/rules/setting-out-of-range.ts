import { EVENT_AGE_OUT_OF_RANGE, MAX_EVENT_AGE, RETRIES_OUT_OF_RANGE, RETRY_ATTEMPTS } from '../../constraints/aws-lambda/event-invoke-config';
import { violation } from '../../constraints/violation';
import { known } from '../../topology';
import type { Check, Place } from '../finding';

/** For certain when the number is known, be it by a reference or the default of a parameter. */
export const settingOutOfRange: Check = {
  rule: RETRIES_OUT_OF_RANGE,
  severity: 'error',
  find: topology => topology.configs.flatMap((config): Place[] => {
    const settings = [
      [RETRY_ATTEMPTS, known(config.retryAttempts), RETRIES_OUT_OF_RANGE],
      [MAX_EVENT_AGE, known(config.maxEventAge), EVENT_AGE_OUT_OF_RANGE],
    ] as const;
    return settings
      .filter(([constraint, value]) => value !== undefined && violation(constraint, value))
      .map(([{ parameter }, value, rule]) => ({ origin: config, property: parameter!, value: `${value}`, rule }));
  }),
};
