import type { SimulatedFunction } from './simulated-function';

/** Where requests go that name neither account nor Region. */
export interface Place {
  readonly account?: string;
  readonly region?: string;
}

/** Fields of the ARN of a function, up to its name. */
const FIELDS_OF_ARN = 7;

/** The functions of the app. */
export class SimulatedFunctions implements Iterable<SimulatedFunction> {
  private readonly byName = new Map<string, SimulatedFunction[]>();
  private readonly byArn = new Map<string, SimulatedFunction>();
  private readonly byKey = new Map<string, SimulatedFunction>();

  add(fn: SimulatedFunction): void {
    const namesakes = this.byName.get(fn.name);
    if (namesakes) namesakes.push(fn);
    else this.byName.set(fn.name, [fn]);
    this.byArn.set(fn.arn, fn);
    this.byKey.set(fn.settings.key, fn);
  }

  /** By its key in the topology. */
  declared(key: string): SimulatedFunction | undefined {
    return this.byKey.get(key);
  }

  /** By its ARN, with a qualifier or without. */
  declaredAt(arn: string): SimulatedFunction | undefined {
    return this.byArn.get(arn.split(':', FIELDS_OF_ARN).join(':'));
  }

  /** By its name, and by account and Region as far as they are given: the first that is not deleted. */
  find(name: string, { account, region }: Place = {}): SimulatedFunction | undefined {
    return this.byName.get(name)?.find(({ deleted, settings }) =>
      !deleted && (account ?? settings.account) === settings.account && (region ?? settings.region) === settings.region);
  }

  /** In the order of their stacks and logical ids. */
  [Symbol.iterator](): Iterator<SimulatedFunction> {
    return this.byKey.values();
  }
}
