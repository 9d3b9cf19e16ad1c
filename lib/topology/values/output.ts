import type { Evaluator } from './evaluator';
import { unknown, type Resolved } from './value';
import { isObject } from '../assembly/json-walk';
import type { Stack } from '../assembly/stack';

/** The value of a stack's output. */
export function output(evaluator: Evaluator, stack: Stack, name: string): Resolved {
  const declared = stack.template.outputs.get(name);
  if (!isObject(declared)) {
    return unknown(`stack \`${stack.displayName}\` has no output \`${name}\``);
  }
  return evaluator.once(`${stack.id}\0output\0${name}`, () => evaluator.resolve(declared.Value, stack));
}
