import { destinationsOf, type Destination } from './destinations';
import { KnownConfigs } from './known-configs';
import { Triggers } from './triggers';
import type { Topology } from '../topology';

/** The topology for one run of the checks, with results that several checks share. Each is computed once, on first use. */
export class CheckContext {
  private readonly found: {
    destinations?: readonly Destination[];
    refused?: readonly Destination[];
    configs?: KnownConfigs;
    triggers?: Triggers;
  } = {};

  constructor(readonly topology: Topology) {}

  /** The known destinations of all configs. */
  get destinations(): readonly Destination[] {
    return this.found.destinations ??= destinationsOf(this.topology);
  }

  /** The destinations that Lambda certainly refuses. */
  get refused(): readonly Destination[] {
    return this.found.refused ??= this.destinations.filter(({ broken }) => broken.length > 0);
  }

  /** The configs of each function. */
  get configs(): KnownConfigs {
    return this.found.configs ??= new KnownConfigs(this.topology);
  }

  /** The triggers that pass every invocation record on. */
  get triggers(): Triggers {
    return this.found.triggers ??= new Triggers(this.topology);
  }
}
