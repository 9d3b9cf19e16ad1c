import type { Expression } from './expression';
import { RATE_UNITS } from '../../../constraints/aws-events/schedule-expression';

const RATE = /^(?<value>[1-9]\d*)\s+(?<unit>[a-z]+?)(?<plural>s?)$/;

/** The interval of a rate expression, in milliseconds. */
export function rateInterval(expression: Expression, kind: 'rule' | 'scheduler'): number {
  const { value, unit, plural } = RATE.exec(expression.content)?.groups ?? {};
  if (unit === undefined || !Object.hasOwn(RATE_UNITS, unit)) {
    throw expression.refused('be rate(value unit): a positive integer, and minutes, hours or days', 'Write e.g. rate(5 minutes).');
  }
  // Rules: "If the value is equal to 1, then the unit must be singular. If the value is greater than 1, the unit must be
  // plural." https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rate-expressions.html
  // EventBridge Scheduler takes both for any value: its guide has "rate(1 days)" as an example.
  // https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
  if (kind === 'rule' && (value === '1') === (plural === 's')) {
    throw expression.refused('have a singular unit for 1 and a plural unit for more in a rule', `Write rate(${value} ${unit}${value === '1' ? '' : 's'}).`);
  }
  return Number(value) * RATE_UNITS[unit];
}
