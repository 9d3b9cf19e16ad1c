import { callIn, invokedAsynchronously } from './lambda-call';
import type { Declared, Reader } from '../reader';
import type { Target } from '../targets/target';
import type { Property } from '../values/property';
import { known, type Text, type Unknown } from '../values/value';

/** The function that a universal target of EventBridge Scheduler invokes asynchronously: `arn:aws:scheduler:::aws-sdk:lambda:invoke`. */
export function universalTarget(reader: Reader, declared: Declared, target: Property): { property: string; to: Target | Unknown } | undefined {
  const operation = operationOf(reader, target.text('Arn'));
  const to = operation === undefined ? undefined : invokedAsynchronously(reader, declared, operation, callIn(target.get('Input').document()));
  return to && { property: `${target.get('Input').path}.FunctionName`, to };
}

function operationOf(reader: Reader, arn: Text | undefined): string | undefined {
  const [, , scheduler, , , sdk, service, operation] = arn ? reader.fields(arn).map(known) : [];
  return scheduler === 'scheduler' && sdk === 'aws-sdk' && service === 'lambda' ? operation : undefined;
}
