import { ALIAS_VERSION } from '../../constraints/aws-lambda/alias';
import { CONFIG_QUALIFIER } from '../../constraints/aws-lambda/event-invoke-config';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { violation } from '../../constraints/violation';
import { known, type EventInvokeConfig, type FunctionTarget, type Topology } from '../../topology';
import { Draft } from '../draft';
import type { FixContext } from '../fix-context';
import type { Fixer } from '../fixer';
import { addedConfig } from '../new-config';

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

/** Writes the qualifier that the function is named with, if the property has none or another one. */
export const qualifierOfFunction: Fixer = ({ key, stack }, context) => {
  const { topology } = context;
  const fn = topology.configs.find(each => each.key === key)?.function;
  if (!fn || fn.kind === 'unknown' || !fn.qualified) {
    return undefined;
  }
  const { qualifier } = fn;
  const version = qualifier.kind === 'reference' ? topology.versions.get(qualifier.resource) : undefined;
  const name = known(qualifier);
  const isKnown = name !== undefined && (namesOf(topology, fn).includes(name) || violation(ALIAS_VERSION, name) === undefined);
  const isNamed = isKnown || fn.resource === undefined;
  const written = version?.stack === stack ? { 'Fn::GetAtt': [version.logicalId, 'Version'] } : isNamed ? name : undefined;
  return new Draft(context).set(key, PROPERTY, written).fix('Write the qualifier that the function is named with.');
};

/** Configures a qualifier that the function has, and that has no config: the alias with the most similar name, else `$LATEST`. */
export const otherQualifier: Fixer = ({ key }, context) => {
  const config = context.topology.configs.find(each => each.key === key);
  const [qualifier] = config ? free(context, config) : [];
  return qualifier === undefined ? undefined : new Draft(context).set(key, PROPERTY, qualifier).fix(`Configure \`${qualifier}\`.`);
};

/** The qualifiers of a function without a config. */
function free(context: FixContext, { function: fn }: EventInvokeConfig): string[] {
  const { topology } = context;
  // Beside a name with a qualifier, no other one fits.
  if (fn.kind === 'unknown' || fn.qualified) {
    return [];
  }
  const configs = topology.configs.filter(({ target }) => target.kind === 'function' && target.functionKey === fn.functionKey);
  const taken = configs.flatMap(({ key, target }) => [target.kind === 'function' ? known(target.qualifier) : undefined, context.written(key, PROPERTY)]);
  const node = context.functionOf(fn);
  return [...namesOf(topology, fn), LATEST].filter(name => !taken.includes(name) && !(node && addedConfig(context, node, name)));
}

/** The names of the aliases of a function. */
function namesOf({ aliases }: Topology, { functionKey }: FunctionTarget): string[] {
  return [...aliases.values()].flatMap(alias => alias.function.kind === 'function' && alias.function.functionKey === functionKey ? known(alias.name) ?? [] : []);
}
