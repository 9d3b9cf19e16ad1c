import { DURABLE_FUNCTION_UNQUALIFIED } from '../../constraints/aws-lambda/function';
import type { Check } from '../finding';
import { isDurable } from '../functions';
import { isSwitchedOn } from '../invocations';
import { named } from '../names';

/** For certain when the target is a durable function of the app without a qualifier, and the source is enabled. */
export const durableFunctionUnqualified: Check = {
  rule: DURABLE_FUNCTION_UNQUALIFIED,
  severity: 'error',
  find: ({ topology }) => topology.invocations.flatMap(invocation => {
    const { origin, property, to } = invocation;
    const broken = to.kind === 'function' && !to.qualified && isDurable(topology, to) && isSwitchedOn(invocation);
    return broken ? [{ origin, property, value: named(topology, to) }] : [];
  }),
};
