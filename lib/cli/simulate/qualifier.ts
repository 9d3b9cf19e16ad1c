import { LATEST } from '../../constraints/aws-lambda/identifiers';
import type { Simulator } from '../../simulator';
import { unknownQualifier } from '../unknown-qualifier';
import type { Asked } from './target';

/**
 * Refuses a qualifier that the function does not have.
 *
 * @throws UsageError listing the qualifiers of the function
 */
export function checkQualifier(sim: Simulator, { key, name, qualifier }: Asked): void {
  const fn = [...sim.service.functions].find(({ settings }) => settings.key === key);
  if (!fn || qualifier === undefined || fn.has(qualifier)) {
    return;
  }
  throw unknownQualifier(qualifier, name, [LATEST, ...fn.versions, ...fn.aliases.keys()].map(known => `${name}:${known}`));
}
