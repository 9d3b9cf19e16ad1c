import type { Delivery, EventSource } from '../nodes/delivery';
import type { Declared, Reader } from '../reader';
import { enabledUnless } from './enabled';
import type { Target } from '../targets/target';
import { known, type Setting, type Unknown } from '../values/value';

const FIRE_AND_FORGET = 'FIRE_AND_FORGET';

/** The deliveries of EventBridge pipes: to functions that they invoke asynchronously, and to anything else. By default, a pipe waits for a function. */
export function pipes(reader: Reader): Delivery[] {
  return reader.all('AWS::Pipes::Pipe').flatMap((pipe): Delivery[] => {
    const to = targetOf(reader, pipe);
    const isAsynchronous = known(invocationType(pipe)) === FIRE_AND_FORGET;
    if (!isAsynchronous && (to.kind === 'function' || to.kind === 'unknown')) {
      return [];
    }
    return [{
      kind: 'pipe',
      origin: pipe.origin,
      property: 'Target',
      from: sourceOf(reader, pipe),
      to,
      role: reader.target(pipe.properties.text('RoleArn'), pipe),
      enabled: isRunning(pipe),
      filtered: isFiltered(pipe),
    }];
  });
}

/** The sources that pipes poll for functions for which they wait. */
export function synchronousPipes(reader: Reader): EventSource[] {
  return reader.all('AWS::Pipes::Pipe').flatMap((pipe): EventSource[] => {
    const to = targetOf(reader, pipe);
    const type = invocationType(pipe);
    const waits = type === undefined || (type.kind === 'literal' && type.value !== FIRE_AND_FORGET);
    return to.kind === 'function' && waits
      ? [{ source: sourceOf(reader, pipe), function: to, enabled: isRunning(pipe), filtered: isFiltered(pipe), ...pipe.origin }]
      : [];
  });
}

function invocationType({ properties }: Declared): Setting<string> | undefined {
  return properties.get('TargetParameters').get('LambdaFunctionParameters').word('InvocationType');
}

function sourceOf(reader: Reader, pipe: Declared): Target | Unknown {
  return reader.named(pipe.properties.required('Source'), pipe);
}

function targetOf(reader: Reader, pipe: Declared): Target | Unknown {
  return reader.named(pipe.properties.required('Target'), pipe);
}

function isRunning({ properties }: Declared): Setting<boolean> | undefined {
  return enabledUnless(properties, 'DesiredState', 'STOPPED');
}

/** An enrichment may drop events, too. */
function isFiltered({ properties }: Declared): boolean {
  return properties.get('SourceParameters').has('FilterCriteria') || properties.has('Enrichment');
}
