import type { Delivery } from '../nodes/delivery';
import type { Reader } from '../reader';

/** The properties with the actions of each alarm state. */
const ACTIONS = ['AlarmActions', 'OKActions', 'InsufficientDataActions'];

/** The actions of CloudWatch alarms, which invoke functions asynchronously. */
export function alarmActions(reader: Reader): Delivery[] {
  return reader.all('AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm').flatMap(alarm => {
    const enabled = alarm.properties.switch('ActionsEnabled');
    return ACTIONS.flatMap(actions => alarm.properties.get(actions).items()).map(action => ({
      kind: 'alarm',
      origin: alarm.origin,
      property: action.path,
      to: reader.named(action.required(), alarm),
      enabled,
    }));
  });
}
