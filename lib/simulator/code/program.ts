import type { SimulatedFunction } from '../state';

/** What a function runs, and with what around it. */
export interface Program {
  /** E.g. `index.handler`. */
  readonly handler: string;

  /** The source, or the directory that holds it. */
  readonly source: { readonly inline: string } | { readonly directory: string };

  /** The environment that Lambda would give to all its versions. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The programs of an app. */
export interface Programs {
  /** @throws Error when the code of the function cannot be run here */
  of(fn: SimulatedFunction): Program;

  /** Calls back when the simulator is closed. */
  whenClosed(stop: () => void): void;
}
