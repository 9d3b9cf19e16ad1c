import { textOf, type Text } from './value';
import { pseudoParameter, type Environment } from '../assembly/stack';

/** Partition, Region and account of a stack, as the fields of an ARN. */
export interface Place {
  readonly partition: Text;
  readonly region: Text;
  readonly account: Text;
}

const PLACES = new WeakMap<Environment, Place>();

/** The place of a stack. Cached, because every plain name in a stack needs it. */
export function placeOf(environment: Environment): Place {
  let place = PLACES.get(environment);
  if (place === undefined) {
    place = { partition: fieldOf(environment, 'AWS::Partition'), region: fieldOf(environment, 'AWS::Region'), account: fieldOf(environment, 'AWS::AccountId') };
    PLACES.set(environment, place);
  }
  return place;
}

function fieldOf(environment: Environment, name: string): Text {
  return textOf([pseudoParameter(environment, name)]);
}
