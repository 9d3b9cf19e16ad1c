import type { SimulatedFunction } from './simulated-function';

/** An account and Region, as far as a request names them. */
export interface Place {
  readonly account?: string;
  readonly region?: string;
}

/** The number of fields in the ARN of a function, up to its name. */
const FIELDS_OF_ARN = 7;

/** The functions of the app. */
export class SimulatedFunctions implements Iterable<SimulatedFunction> {
  private readonly byName = new Map<string, SimulatedFunction[]>();
  private readonly byArn = new Map<string, SimulatedFunction>();
  private readonly byKey = new Map<string, SimulatedFunction>();

  /** Adds a function. It replaces a deleted one with the same ARN. */
  add(fn: SimulatedFunction): void {
    const earlier = this.byArn.get(fn.arn);
    if (earlier?.deleted) {
      this.byKey.delete(earlier.settings.key);
    }
    const namesakes = this.byName.get(fn.name);
    if (namesakes) {
      namesakes.push(fn);
    } else {
      this.byName.set(fn.name, [fn]);
    }
    this.byArn.set(fn.arn, fn);
    this.byKey.set(fn.settings.key, fn);
  }

  /** The function with that key in the topology. */
  declared(key: string): SimulatedFunction | undefined {
    return this.byKey.get(key);
  }

  /** The function with that ARN, with a qualifier or without. */
  declaredAt(arn: string): SimulatedFunction | undefined {
    return this.byArn.get(arn) ?? this.byArn.get(unqualified(arn));
  }

  /** The first function with that name that was not deleted, in that account and Region if they are given. */
  find(name: string, { account, region }: Place = {}): SimulatedFunction | undefined {
    return this.byName.get(name)?.find(({ deleted, settings }) =>
      !deleted && (account ?? settings.account) === settings.account && (region ?? settings.region) === settings.region);
  }

  /** In the order of their stacks and logical ids. */
  [Symbol.iterator](): Iterator<SimulatedFunction> {
    return this.byKey.values();
  }
}

/** The ARN of a function without a qualifier. Any other ARN is returned unchanged. */
function unqualified(arn: string): string {
  let end = -1;
  for (let fields = 0; fields < FIELDS_OF_ARN; fields += 1) {
    end = arn.indexOf(':', end + 1);
    if (end === -1) {
      return arn;
    }
  }
  return arn.slice(0, end);
}
