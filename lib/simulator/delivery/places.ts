import type { DestinationKind } from '../../constraints/aws-lambda/destination';
import { brokenRule, type ConfigSide } from '../../constraints/aws-lambda/destination-admission';
import type { DeployedApp } from '../deployment/deployed-app';
import { shown } from '../handles';
import type { SimulatedFunction, SimulatedStore } from '../state';

/** The thing behind the ARN of a destination. */
export interface Place {
  readonly kind: DestinationKind;
  readonly store?: SimulatedStore;
  readonly function?: SimulatedFunction;
  readonly qualifier?: string;

  /** The place in stories, e.g. "queue `Failed`". */
  readonly to: string;

  /** The reason why no record goes there from a side of a config. */
  readonly refusals: Readonly<Record<ConfigSide, string | undefined>>;
}

/** Finds the places of destinations. A store stays the same, so its place is made once; a function may be deleted. */
export class Places {
  private readonly ofStores = new Map<string, Place>();

  constructor(private readonly app: Pick<DeployedApp, 'stores' | 'functions'>) {}

  at(arn: string): Place {
    return this.ofStores.get(arn) ?? this.find(arn);
  }

  private find(arn: string): Place {
    const store = this.app.stores.get(arn);
    if (store) {
      const place = { kind: store.kind, store, to: `${store.kind} \`${shown(store)}\``, refusals: refusals(store) };
      this.ofStores.set(arn, place);
      return place;
    }
    const [, , service, region, account, , name, qualifier] = arn.split(':');
    const fn = service === 'lambda' ? this.app.functions.find(name, { account, region }) : undefined;
    return { kind: 'function', function: fn, qualifier, to: fn ? `function \`${shown(fn.settings)}\`` : `\`${arn}\``, refusals: NONE };
  }
}

const NONE = { onSuccess: undefined, onFailure: undefined };

function refusals({ kind, fifo }: SimulatedStore): Place['refusals'] {
  const refusal = (side: ConfigSide) => brokenRule({ kind, fifo }, side)?.consequence;
  return { onSuccess: refusal('onSuccess'), onFailure: refusal('onFailure') };
}
