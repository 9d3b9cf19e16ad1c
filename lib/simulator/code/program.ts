import type { Layers } from './layers';
import type { Lineage } from '../lineage';
import type { SimulatedFunction } from '../state';

/** The code of a function, with its handler and environment. */
export interface Program {
  /** The handler, e.g. `index.handler`. */
  readonly handler: string;

  /** The source itself, or the absolute path of its directory. */
  readonly source: { readonly inline: string } | { readonly directory: string };

  readonly layers: Layers;

  /** The environment variables that all versions have. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The programs of an app. */
export interface Programs {
  /**
   * @param environment variables that replace those of the template
   * @throws CannotRunError if the simulator cannot run the code of the function
   */
  of(fn: SimulatedFunction, environment: Readonly<Record<string, string>>): Program;

  /** Takes what a run of real code invokes for a part of its chain until it has ended. */
  during<T>(lineage: Lineage, requestId: string, ended: Promise<T>): Promise<T>;

  /** Calls `stop` when the simulator is closed. */
  whenClosed(stop: () => void): void;
}
