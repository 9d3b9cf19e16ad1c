import { ADDITIONAL_VERSION_WEIGHT, ADDITIONAL_VERSIONS, ALIAS_NAME, ALIAS_VERSION } from '../../constraints/aws-lambda/alias';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { violation } from '../../constraints/violation';
import { known, type AliasNode } from '../../topology';
import { Draft } from '../draft';
import type { FixContext } from '../fix-context';
import type { Fixer } from '../fixer';
import { valueAt } from '../raw-values';

const MAIN = ALIAS_VERSION.parameter;
const ROUTING = ADDITIONAL_VERSIONS.parameter.split('.')[0];

/** Points an alias of `$LATEST` to a version: one of the app, or a new one. */
export const publishedVersion: Fixer = ({ key, stack }, context) => {
  const alias = context.topology.aliases.get(key);
  const fn = alias && context.functionOf(alias.function as never);
  if (!alias || !fn || fn.stack !== stack) {
    return undefined;
  }
  const draft = new Draft(context);
  return draft.set(key, MAIN, versionOf(draft, context, alias, fn)).fix('Point the alias to a version.');
};

function versionOf(draft: Draft, context: FixContext, { stack }: AliasNode, fn: { readonly key: string; readonly logicalId: string }): unknown {
  const existing = [...context.topology.versions.values()].find(({ function: of, stack: its }) => its === stack && of.kind === 'function' && of.resource === fn.key);
  const id = existing?.logicalId ?? context.newId(stack, `${context.baseName(fn.key)}Version`);
  if (!existing) {
    draft.add(stack, id, 'AWS::Lambda::Version', { FunctionName: { Ref: fn.logicalId } });
  }
  return { 'Fn::GetAtt': [id, 'Version'] };
}

/** Corrects the name, a weight or the versions of an alias. */
export const validRouting: Fixer = ({ key, property }, context) => {
  const alias = context.topology.aliases.get(key);
  const draft = new Draft(context);
  if (!alias || 'reason' in alias.additionalVersions) {
    return undefined;
  }
  const others = alias.additionalVersions;
  if (property === ALIAS_NAME.parameter) {
    const name = `v${(known(alias.name) ?? '').replace(/[^A-Za-z0-9_-]/g, '-')}`;
    return violation(ALIAS_NAME, name) ? undefined : draft.set(key, property, name).fix('Give the alias another name.');
  }
  if (property === MAIN) {
    const [other] = valueAt(context.raw(key), ['Properties', ROUTING, 'AdditionalVersionWeights']) as unknown[] ?? [];
    const version = known(others[0]?.version);
    const isVersion = others.length > 0 && (version === undefined || !violation(ALIAS_VERSION, version));
    return known(alias.version) === LATEST && isVersion
      ? draft.set(key, MAIN, valueAt(other, ['FunctionVersion'])).remove(key, ROUTING).fix('Point the alias to the version, without weights.')
      : undefined;
  }
  if (property.endsWith('.FunctionWeight')) {
    const weight = known(others[Number(/\[(\d+)\]/.exec(property)?.[1])]?.weight);
    const { min, max } = ADDITIONAL_VERSION_WEIGHT;
    return weight === undefined ? undefined : draft.set(key, property, Math.min(Math.max(weight, min), max)).fix('Use the nearest weight within the range.');
  }
  return draft.remove(key, ROUTING).fix('Leave the weights out.');
};
