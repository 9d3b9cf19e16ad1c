import type { AppFunction } from './app';
import { DELIVERY_ACTIONS, KEY_ACTIONS, type DestinationKind } from '../../../constraints/aws-lambda/destination';
import type { Consumer } from '../../../explanation/consumer';
import { nameOf } from '../../../explanation/names';
import type { SimulatedLambda } from '../../../simulator/simulated-lambda';
import { storeOf, type Target, type Topology, type Unknown } from '../../../topology';

/** A delivery that the app declares, with what it needs. */
export interface DeclaredDelivery {
  readonly role: 'on success' | 'on failure' | 'dead letter';
  readonly to: string;
  readonly actions: readonly NeededAction[];

  /** The key of the destination. */
  readonly key?: string;

  /** What takes it from there. */
  readonly consumers: readonly Consumer[];
}

/** An action that the execution role needs. */
export interface NeededAction {
  readonly name: string;
  readonly on: 'destination' | 'key';

  /** Whether the role certainly lacks it. */
  readonly missing: boolean;
}

/** The deliveries of a function, in the order of the config. */
export function deliveriesOf(topology: Topology, lambda: SimulatedLambda, { qualified, explained }: AppFunction): DeclaredDelivery[] {
  const { target, onSuccess, onFailure, deadLetterQueue } = qualified;
  return ([['on success', onSuccess], ['on failure', onFailure], ['dead letter', deadLetterQueue]] as const).flatMap(([role, place]) => {
    if (!place) {
      return [];
    }
    const to = nameOf(topology, place);
    const consumers = explained.consumers.filter(({ from }) => from === to);
    return [{ role, to, consumers, ...needs(topology, lambda, target.resource, place) }];
  });
}

function needs(topology: Topology, lambda: SimulatedLambda, fn: string | undefined, place: Target | Unknown): Pick<DeclaredDelivery, 'actions' | 'key'> {
  const simulated = lambda.functions.declared(fn ?? '');
  const kind = place.kind in DELIVERY_ACTIONS ? place.kind as DestinationKind : undefined;
  if (!simulated || !kind || place.kind === 'unknown') {
    return { actions: [] };
  }
  const arn = (place.resource === undefined ? undefined
    : kind === 'function' ? lambda.functions.declared(place.resource)?.arn : [...lambda.stores].find(store => store.key === place.resource)?.arn) ?? '';
  const [missing, missingForKey] = arn === '' ? [[], []]
    : [lambda.app.permissions.missingActions(simulated, kind, arn), lambda.app.permissions.missingKeyActions(simulated, kind, arn)];
  const encryption = storeOf(topology, place.resource)?.encryptionKey;
  const keyActions = encryption?.kind === 'key' && kind in KEY_ACTIONS ? KEY_ACTIONS[kind as keyof typeof KEY_ACTIONS] : [];
  return {
    actions: [
      ...DELIVERY_ACTIONS[kind].map(name => ({ name, on: 'destination' as const, missing: missing.includes(name) })),
      ...keyActions.map(name => ({ name, on: 'key' as const, missing: missingForKey.includes(name) })),
    ],
    key: encryption && nameOf(topology, encryption),
  };
}
