import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearMatches } from './near-matches';
import type { Outcome } from './outcome';
import { UsageError } from './usage-error';
import { idOf, pageUrl, RULEBOOK } from '../checks';

/** The pages are a part of the package, so that they can be read offline. */
const PAGES = join(__dirname, '../../docs/rules');

/**
 * Prints the page of a rule.
 *
 * @param text the id, with or without `cdk-async-invoke:` before it
 * @throws UsageError that names similar ids, if there is no such rule
 */
export function rulePage(text: string): Outcome {
  const id = idOf(text);
  const ids = RULEBOOK.map(entry => entry.id);
  if (ids.includes(id)) {
    return { code: 0, out: readFileSync(join(PAGES, `${id}.md`), 'utf8') };
  }
  const near = nearMatches(id, ids);
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `The rules are: ${[...ids].sort().join(', ')}.`;
  throw new UsageError(`\`--explain\` must name a rule that exists, got: ${JSON.stringify(id)}. ${hint} All rules: ${pageUrl('README')}`);
}
