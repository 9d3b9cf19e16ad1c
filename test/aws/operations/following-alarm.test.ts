import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { AsyncInvokeAlarms } from '../../../lib';
import { nameOfAlarm } from '../../../lib/aws/operations/following-alarm';
import { agnosticStack, fn, resources } from '../fixture';

describe('the name of an alarm', () => {
  test('has its stack and its path', () => {
    expect(nameOfAlarm(new Construct(new Stack(new App(), 'Shop', { stackName: 'prod-shop' }), 'Alarms'), 'Backlog')).toBe('prod-shop/Alarms/Backlog');
  });

  // Stack/<path>/Backlog has 14 characters beside the path.
  test.each([[241, 'Stack/AAA'], [242, expect.stringMatching(/^Stack\/[0-9a-f]{8}-A/)]])('with a path of %d characters fits', (length, beginning) => {
    const name = nameOfAlarm(new Construct(agnosticStack(), 'A'.repeat(length)), 'Backlog');

    expect(name.length).toBe(255);
    expect(length === 241 ? name.slice(0, 9) : name).toEqual(beginning);
    expect(name).toMatch(/A\/Backlog$/);
  });

  test('stays unique where its beginning is cut off', () => {
    const stack = agnosticStack();
    const [one, two] = ['One', 'Two'].map(id => nameOfAlarm(new Construct(new Construct(stack, id), 'A'.repeat(255)), 'Backlog'));

    expect(one).not.toBe(two);
  });

  test('in a nested stack has the name that CloudFormation gives it', () => {
    const nested = new NestedStack(agnosticStack(), 'Nested');
    new AsyncInvokeAlarms(nested, 'A'.repeat(120), { function: fn(nested) });
    const [{ Properties: { AlarmName } }] = Object.values(resources(nested, 'AWS::CloudWatch::Alarm'));

    expect(AlarmName['Fn::Join'][1].slice(-1)[0]).toMatch(/^\/[0-9a-f]{8}-A+\/LoopStopped$|\/A{120}\/LoopStopped$/);
    expect(AlarmName['Fn::Join'][1].slice(-1)[0].length).toBeLessThanOrEqual(127);
  });
});
