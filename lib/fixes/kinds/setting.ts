import { MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../constraints/aws-lambda/event-invoke-config';
import { retriesWithin } from '../../constraints/aws-lambda/event-queue';
import { known, literal } from '../../topology';
import { Draft } from '../draft';
import type { Fixer } from '../fixer';
import { addedConfig } from '../new-config';
import { qualifierOf } from '../places';

/** Sets a number to the nearest one that Lambda takes. */
export const withinRange: Fixer = ({ key, property }, context) => {
  const config = context.topology.configs.find(each => each.key === key);
  const limit = [RETRY_ATTEMPTS, MAX_EVENT_AGE].find(({ parameter }) => parameter === property);
  const value = config && known(limit === RETRY_ATTEMPTS ? config.retryAttempts : config.maxEventAge);
  if (!config || !limit || value === undefined) {
    return undefined;
  }
  const nearest = within(limit, value);
  const age = known(config.maxEventAge);
  // Retries beyond the age of an event would be the next finding.
  const number = limit === RETRY_ATTEMPTS && age !== undefined ? retriesWithin(within(MAX_EVENT_AGE, age), nearest) : nearest;
  return new Draft(context).set(key, property, number).fix('Use the nearest number within the range.');
};

function within({ min, max }: { readonly min: number; readonly max: number }, value: number): number {
  return Math.min(Math.max(Math.round(value), min), max);
}

/** Lowers the retries to those that fit into the age of an event. */
export const fittingRetries: Fixer = ({ key }, context) => {
  const config = context.topology.configs.find(each => each.key === key);
  const age = known(config?.maxEventAge);
  const retries = known(config?.retryAttempts ?? literal(RETRY_ATTEMPTS.default!));
  return age !== undefined && retries !== undefined
    ? new Draft(context).set(key, RETRY_ATTEMPTS.parameter!, retriesWithin(age, retries)).fix('Lower the retries to those that fit.')
    : undefined;
};

/** Turns off the retries of the qualifier that a rule or schedule invokes. */
export const withoutRetries: Fixer = ({ key, property }, context) => {
  const { topology } = context;
  const invocation = topology.invocations.find(({ origin, property: target }) => origin.key === key && target.replace(/Arn$/, '') === property.replace(/RetryPolicy\..*$/, ''));
  const to = invocation?.to;
  const qualified = to?.kind === 'function' ? topology.qualifiedFunctions.get(to.key) : undefined;
  const fn = to && context.functionOf(to);
  const draft = new Draft(context);
  if (!qualified || !fn) {
    return undefined;
  }
  const qualifier = qualifierOf(context, qualified, fn.stack);
  const config = qualified.configs.find(each => !context.isRemoved(each.key))?.key ?? addedConfig(context, fn, qualifier);
  const summary = 'Turn off the retries of Lambda, too.';
  if (config !== undefined) {
    return draft.set(config, RETRY_ATTEMPTS.parameter!, 0).fix(summary);
  }
  if (qualifier === undefined) {
    return undefined;
  }
  const needing = qualified.declaredBy ?? fn.key;
  draft.add({
    id: `${context.baseName(needing)}AsyncConfig`,
    type: 'AWS::Lambda::EventInvokeConfig',
    properties: { FunctionName: { Ref: fn.logicalId }, Qualifier: qualifier, [RETRY_ATTEMPTS.parameter!]: 0 },
    for: needing,
  });
  return draft.fix(summary);
};

/** Removes the property of a finding. */
export const withoutProperty: Fixer = ({ key, property }, context) => new Draft(context).remove(key, property).fix(`Remove \`${property}\`.`);
