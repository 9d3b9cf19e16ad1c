import { chosen } from './chosen-offer';
import type { Evaluator } from './evaluator';
import { unknown, type Resolved } from './value';
import type { Stack } from '../assembly/stack';

/** A value from another Region, which aws-cdk-lib passes through an SSM parameter for stacks with `crossRegionReferences`. */
export function imported(evaluator: Evaluator, parameter: string, stack: Stack): Resolved {
  const offer = chosen(evaluator.app.crossRegionExports.get(parameter) ?? [], stack);
  if (!offer) {
    return unknown(`no stack of the app writes \`${parameter}\`, or several do`);
  }
  return evaluator.once(`${offer.stack.id}\0parameter-store\0${parameter}`, () => evaluator.resolve(offer.value, offer.stack));
}
