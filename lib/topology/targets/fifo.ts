import type { OtherTarget } from './target';
import { mayHave, Property } from '../values/property';
import type { Resolver } from '../values/resolver';
import { literal, partsOf, unknown, type Text } from '../values/value';

/** Whether a queue or topic is FIFO, by its declaration or its name; empty for other targets. */
export function fifoOf(resolver: Resolver, kind: OtherTarget['kind'] | undefined, resource: string | undefined, name: Text): Pick<OtherTarget, 'fifo'> {
  if (kind !== 'queue' && kind !== 'topic') {
    return {};
  }
  const located = resolver.app.resources.get(resource ?? '');
  if (located) {
    const property = kind === 'queue' ? 'FifoQueue' : 'FifoTopic';
    const { stack, raw: { properties } } = located;
    return { fifo: (mayHave(properties, property) ? Property.of(resolver, stack, properties).switch(property) : undefined) ?? literal(false) };
  }
  const last = partsOf(name).at(-1);
  return { fifo: typeof last === 'string' ? literal(last.endsWith('.fifo')) : unknown('its name is known at deploy time only') };
}
