import { ADDITIONAL_VERSION_WEIGHT, ADDITIONAL_VERSIONS, ALIAS_NAME, ALIAS_VERSION } from '../../constraints/aws-lambda/alias';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { violation } from '../../constraints/violation';
import { known, type AliasNode, type Text } from '../../topology';
import { Draft } from '../draft';
import type { FixContext } from '../fix-context';
import type { Fixer } from '../fixer';
import { newVersion } from '../new-version';
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
  return { 'Fn::GetAtt': [existing?.logicalId ?? newVersion(draft, context, fn), 'Version'] };
}

/** Corrects the name, a weight or the versions of an alias. */
export const validRouting: Fixer = ({ key, stack, property }, context) => {
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
  const number = numberOf(context, alias, property, stack);
  if (number !== undefined) {
    return draft.set(key, property, number).fix('Give the number of the version.');
  }
  if (property === MAIN) {
    const [other] = valueAt(context.raw(key), ['Properties', ROUTING, 'AdditionalVersionWeights']) as unknown[] ?? [];
    return known(alias.version) === LATEST && others.length > 0 && isVersion(others[0].version)
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

/** Whether a text is or may be the number of a version. */
function isVersion(version: Text): boolean {
  const name = known(version);
  return version.kind === 'reference' ? version.attribute === 'Version' : name === undefined || !violation(ALIAS_VERSION, name);
}

/** The number of a version of the same stack whose ARN is written; `undefined` for a second version that is the main one, too. */
function numberOf({ topology }: FixContext, { version: main, additionalVersions: others }: AliasNode, property: string, stack: string): unknown {
  const index = /\[(\d+)\]\.FunctionVersion$/.exec(property)?.[1];
  const written = property === MAIN ? main : index === undefined || 'reason' in others ? undefined : others[Number(index)].version;
  const version = written?.kind === 'reference' && written.attribute === 'Arn' ? topology.versions.get(written.resource) : undefined;
  const isMain = property !== MAIN && main.kind === 'reference' && main.resource === version?.key;
  return version?.stack === stack && !isMain ? { 'Fn::GetAtt': [version.logicalId, 'Version'] } : undefined;
}
