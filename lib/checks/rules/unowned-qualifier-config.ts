import { ADDITIONAL_VERSION } from '../../constraints/aws-lambda/alias';
import { CONFIG_QUALIFIER, UNOWNED_QUALIFIER_CONFIG } from '../../constraints/aws-lambda/event-invoke-config';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { violation } from '../../constraints/violation';
import { known } from '../../topology';
import type { Check } from '../finding';
import { functionOf } from '../functions';

/** For certain when the number is written out, the function is of the app, and nothing of the app invokes exactly that version. */
export const unownedQualifierConfig: Check = {
  rule: UNOWNED_QUALIFIER_CONFIG,
  severity: 'warning',
  find: ({ topology }) => topology.configs.flatMap(config => {
    const { target } = config;
    const number = target.kind === 'function' && functionOf(topology, target) ? known(target.qualifier) : undefined;
    if (target.kind !== 'function' || number === undefined || number === LATEST || violation(ADDITIONAL_VERSION, number)) {
      return [];
    }
    const isInvoked = topology.qualifiedFunctions.get(target.key)!.invocations.length > 0;
    return isInvoked ? [] : [{ origin: config, property: CONFIG_QUALIFIER.parameter, value: number }];
  }),
};
