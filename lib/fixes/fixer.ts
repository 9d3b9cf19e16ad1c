import type { Fix } from './change';
import type { FixContext } from './fix-context';
import type { Finding } from '../checks';

/** A finding with the resource that it is at. */
export interface Mended extends Pick<Finding, 'id' | 'property' | 'value'> {
  /** The key of the resource. */
  readonly key: string;

  /** The id of its stack. */
  readonly stack: string;
}

/** Yields the smallest change that mends a finding; `undefined` if none is certain to do so. */
export type Fixer = (finding: Mended, context: FixContext) => Fix | undefined;

/** The first fix that is possible. */
export function firstOf(...fixers: readonly Fixer[]): Fixer {
  return (finding, context) => {
    for (const fixer of fixers) {
      const fix = fixer(finding, context);
      if (fix) {
        return fix;
      }
    }
    return undefined;
  };
}
