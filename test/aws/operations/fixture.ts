import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { IConstruct } from 'constructs';

/** The properties of the alarms of a stack, by the last part of their names. */
export function alarmsIn(scope: IConstruct): Record<string, Record<string, any>> {
  const found = Template.fromStack(Stack.of(scope)).findResources('AWS::CloudWatch::Alarm') as Record<string, { Properties: Record<string, any> }>;
  return Object.fromEntries(Object.values(found).map(({ Properties }) => [Properties.AlarmName.split('/').at(-1), Properties]));
}

/** The names of the alarms of a stack, without the path. */
export function alarmNames(scope: IConstruct): string[] {
  return Object.keys(alarmsIn(scope)).sort();
}

/** The threshold of each alarm, or its expression. */
export function thresholds(scope: IConstruct): Record<string, unknown> {
  return Object.fromEntries(Object.entries(alarmsIn(scope)).map(([name, { Threshold, Metrics }]) => [name, Metrics?.[1].Expression ?? Threshold]));
}
