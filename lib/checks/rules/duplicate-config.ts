import { DUPLICATE_CONFIG, remedyForDuplicates } from '../../constraints/aws-lambda/event-invoke-config';
import type { Check } from '../finding';
import { named, nameOf } from '../names';

/** For certain when several configs name the same function and qualifier, no condition may leave one of them out, and none merges with another. */
export const duplicateConfig: Check = {
  rule: DUPLICATE_CONFIG,
  severity: 'error',
  find: ({ topology }) => [...topology.qualifiedFunctions.values()].flatMap(({ target, configs }) => {
    if (configs.length < 2) {
      return [];
    }
    const duplicates = configs.filter(({ condition, merges }) => condition === undefined && !merges);
    const [first, ...others] = duplicates;
    const remedy = remedyForDuplicates(duplicates.map(({ path = '' }) => path));
    return others.map(config => ({
      remedy,
      origin: config,
      property: 'FunctionName',
      value: `${named(topology, { ...target, qualified: true })}, which ${nameOf(topology, first.key)} configures, too`,
    }));
  }),
};
