import { CONFIG_QUALIFIER } from '../../constraints/aws-lambda/event-invoke-config';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { known, type EventInvokeConfig, type Topology } from '../../topology';
import { Draft } from '../draft';
import type { Fixer } from '../fixer';

const PROPERTY = CONFIG_QUALIFIER.parameter;

/** Names the alias or version whose ARN is written. */
export const nameOfQualifier: Fixer = ({ key, stack }, context) => {
  const { topology } = context;
  const target = topology.configs.find(each => each.key === key)?.target;
  const reference = target?.kind === 'function' && target.qualifier.kind === 'reference' ? target.qualifier.resource : undefined;
  const alias = topology.aliases.get(reference ?? '');
  const version = topology.versions.get(reference ?? '');
  const written = alias ? known(alias.name) : version?.stack === stack ? { 'Fn::GetAtt': [version.logicalId, 'Version'] } : undefined;
  return new Draft(context).set(key, PROPERTY, written).fix(`Name the ${alias ? 'alias' : 'version'}.`);
};

/** Configures a qualifier that the function has, and that has no config: the alias with the most similar name, else `$LATEST`. */
export const otherQualifier: Fixer = ({ key }, context) => {
  const config = context.topology.configs.find(each => each.key === key);
  const [qualifier] = config ? free(context.topology, config) : [];
  return qualifier === undefined ? undefined : new Draft(context).set(key, PROPERTY, qualifier).fix(`Configure \`${qualifier}\`.`);
};

/** The qualifiers of a function without a config. */
function free({ aliases, configs }: Topology, { function: fn }: EventInvokeConfig): string[] {
  if (fn.kind === 'unknown') {
    return [];
  }
  const names = [...aliases.values()].flatMap(alias => alias.function.kind === 'function' && alias.function.functionKey === fn.functionKey ? known(alias.name) ?? [] : []);
  const taken = new Set(configs.flatMap(({ target }) => target.kind === 'function' && target.functionKey === fn.functionKey ? known(target.qualifier) ?? [] : []));
  return [...names, LATEST].filter(name => !taken.has(name));
}
