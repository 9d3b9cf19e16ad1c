import { chosen } from './cross-stack';
import type { Resolver } from './resolver';
import { unknown, type Resolved } from './value';
import type { Stack } from '../assembly/stack';

/** What a stack with `crossRegionReferences` reads of another Region: aws-cdk-lib writes it to an SSM parameter there. */
export function imported(resolver: Resolver, parameter: string, stack: Stack): Resolved {
  const offer = chosen(resolver.app.crossRegionExports.get(parameter) ?? [], stack);
  if (!offer) return unknown(`no stack of the app writes \`${parameter}\`, or several do`);
  return resolver.once(`${offer.stack.id}\0parameter-store\0${parameter}`, () => resolver.resolve(offer.value, offer.stack));
}
