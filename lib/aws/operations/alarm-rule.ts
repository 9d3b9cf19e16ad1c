import { Fn, type CfnCondition } from 'aws-cdk-lib';
import type { FollowingAlarm } from './following-alarm';
import { conditionOf } from '../target/carried-condition';
import { resourceIn } from '../target/referenced-resource';

/**
 * The rule of a composite alarm that goes off with any of several.
 *
 * @param condition the condition of the composite alarm. An alarm with another one may be absent, and then counts as quiet
 */
export function anyOf(alarms: readonly FollowingAlarm[], condition: CfnCondition | undefined): string {
  return alarms.map(alarm => {
    const rule = `ALARM("${alarm.alarmArn}")`;
    const own = conditionOf(resourceIn(alarm)!);
    return own && own !== condition ? Fn.conditionIf(own.logicalId, rule, 'FALSE').toString() : rule;
  }).join(' OR ');
}
