import { ALIAS_OF_LATEST, ALIAS_VERSION } from '../../constraints/aws-lambda/alias';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { known } from '../../topology';
import type { Check } from '../finding';

/** For certain when `$LATEST` is written out, and no additional version, with which it would be an error. */
export const aliasOfLatest: Check = {
  rule: ALIAS_OF_LATEST,
  severity: 'warning',
  find: ({ topology: { aliases } }) => [...aliases.values()]
    .filter(({ version, additionalVersions }) => known(version) === LATEST && !('reason' in additionalVersions) && additionalVersions.length === 0)
    .map(alias => ({ origin: alias, property: ALIAS_VERSION.parameter, value: LATEST })),
};
