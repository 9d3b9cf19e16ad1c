import { MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../constraints/aws-lambda/event-invoke-config';
import { brokenRule } from '../../constraints/reported';
import { known, type EventInvokeConfig, type Setting } from '../../topology';
import type { Check, Place } from '../finding';

/** For certain when the number is known, also by a reference or the default of a parameter. */
export const settingOutOfRange: Check = {
  rule: RETRY_ATTEMPTS.rule,
  others: [MAX_EVENT_AGE.rule],
  severity: 'error',
  find: ({ topology }) => topology.configs.flatMap((config): Place[] => {
    const { retryAttempts, maxEventAge } = config;
    return retryAttempts || maxEventAge ? [...place(config, RETRY_ATTEMPTS, retryAttempts), ...place(config, MAX_EVENT_AGE, maxEventAge)] : [];
  }),
};

function place(origin: EventInvokeConfig, limit: typeof MAX_EVENT_AGE, setting: Setting<number> | undefined): Place[] {
  const value = known(setting);
  const rule = value === undefined ? undefined : brokenRule(limit, value);
  return rule ? [{ origin, property: limit.parameter, value: `${value}`, rule }] : [];
}
