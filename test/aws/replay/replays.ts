import type { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { FailedEventReplay } from '../../../lib/aws/replay/failed-event-replay';
import type { FailedEventReplayProps } from '../../../lib/aws/replay/failed-event-replay-props';
import { resources, statements, type TemplateResource } from '../fixture';

/** A replay with the id `Replay`. */
export function replay(stack: Stack, props: FailedEventReplayProps): FailedEventReplay {
  return new FailedEventReplay(stack, 'Replay', props);
}

/** What the roles of a part of a replay may do, e.g. `Planner`. */
export function allowed(scope: IConstruct, part: string): object[] {
  return Object.entries(statements(scope)).filter(([id]) => id.startsWith(`Replay${part}`)).flatMap(([, ofPolicy]) => ofPolicy);
}

/** The environment of a worker, lists parsed. A reference is in angle brackets. */
export function environment(scope: IConstruct, part: string): Record<string, any> {
  const [{ Properties }] = found(scope, 'AWS::Lambda::Function', `Replay${part}`);
  return Object.fromEntries(Object.entries(Properties.Environment.Variables).map(([name, value]) => {
    const text = flat(value);
    return [name, text.startsWith('[') ? JSON.parse(text) : text];
  }));
}

/** The definition of a state machine of a replay. */
export function definition(scope: IConstruct, part = 'Machine'): Record<string, any> {
  const [{ Properties }] = found(scope, 'AWS::StepFunctions::StateMachine', `Replay${part}`);
  return JSON.parse(flat(Properties.DefinitionString));
}

/** A value of a template as text. */
export function flat(value: any): string {
  if (typeof value === 'string') {
    return value;
  }
  const [separator, parts] = value['Fn::Join'] ?? [];
  return parts ? parts.map(flat).join(separator) : `<${value.Ref ?? value['Fn::GetAtt'].join('.')}>`;
}

function found(scope: IConstruct, type: string, prefix: string): TemplateResource[] {
  const all = Object.entries(resources(scope, type)).filter(([id]) => id.startsWith(prefix)).map(([, resource]) => resource);
  expect(all).toHaveLength(1);
  return all;
}
