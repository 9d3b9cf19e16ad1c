import { literal, unknown, type Literal, type Unknown } from './value';

/** A text that a template spells out; unknown if the deployment reads it from a service. */
export function literalText(text: string): Literal | Unknown {
  const service = text.includes('{{resolve:') ? /\{\{resolve:([a-z-]+):/.exec(text)?.[1] : undefined;
  return service === undefined ? literal(text) : unknown(`it is read from ${service} at deploy time`);
}
