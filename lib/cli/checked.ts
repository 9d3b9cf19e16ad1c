import type { Finding } from '../checks';
import type { Topology } from '../topology';
import type { Sources } from './input/sources';

/** The result of a check. */
export interface Checked {
  /** Whether the user passes the templates: places are then in files that the user knows. */
  readonly ofTemplates: boolean;
  readonly topology: Topology;

  /** The files that the findings are in. */
  readonly sources: Pick<Sources, 'placeOf' | 'resource' | 'fileOf' | 'formatOf'>;
  readonly findings: readonly Finding[];

  /** The findings that the app acknowledges. */
  readonly acknowledged: readonly Finding[];
}
