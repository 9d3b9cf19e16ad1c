import type { KnownConfigs } from './known-configs';
import { LATEST } from '../constraints/aws-lambda/identifiers';
import { known, type QualifiedFunction } from '../topology';

/** Whether an alias or version has no config while another qualifier of its function has one. It was most likely forgotten. */
export function isUnconfiguredSibling(configs: KnownConfigs, { target, configs: own }: QualifiedFunction): boolean {
  return known(target.qualifier) !== LATEST && own.length === 0 && configs.all(target.functionKey).some(({ condition }) => condition === undefined);
}
