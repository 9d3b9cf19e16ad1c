import type { Property } from '../values/property';
import { literal, type Setting } from '../values/value';

/** Whether a source is enabled: unless a property has the word that switches it off. Absent if the property is. */
export function enabledUnless(properties: Property, name: string, off: string): Setting<boolean> | undefined {
  const state = properties.word(name);
  return state?.kind === 'literal' ? literal(state.value !== off) : state;
}
