import { MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../constraints/aws-lambda/event-invoke-config';
import { brokenRule } from '../../constraints/reported';
import { known } from '../../topology';
import type { Check, Place } from '../finding';

/** For certain when the number is known, also by a reference or the default of a parameter. */
export const settingOutOfRange: Check = {
  rule: RETRY_ATTEMPTS.rule,
  others: [MAX_EVENT_AGE.rule],
  severity: 'error',
  find: ({ topology }) => topology.configs.flatMap((config): Place[] => {
    const settings = [[RETRY_ATTEMPTS, known(config.retryAttempts)], [MAX_EVENT_AGE, known(config.maxEventAge)]] as const;
    return settings.flatMap(([limit, value]) => {
      const rule = value === undefined ? undefined : brokenRule(limit, value);
      return rule ? [{ origin: config, property: limit.parameter, value: `${value}`, rule }] : [];
    });
  }),
};
