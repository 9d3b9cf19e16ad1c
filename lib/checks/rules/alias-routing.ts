import {
  ADDITIONAL_VERSION, ADDITIONAL_VERSION_WEIGHT, ADDITIONAL_VERSIONS, ALIAS_NAME, ALIAS_OF_ALIAS, ALIAS_VERSION,
  SAME_VERSION_TWICE, TOO_MANY_VERSIONS, UNPUBLISHED_VERSION, UNUSABLE_ALIAS_NAME, WEIGHT_OUT_OF_RANGE, WEIGHTED_LATEST,
} from '../../constraints/aws-lambda/alias';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { violation } from '../../constraints/violation';
import { known, sameText, type AliasNode, type Text } from '../../topology';
import type { Check, Place } from '../finding';
import { nameOf } from '../names';

const MAIN = ALIAS_VERSION.parameter;
const WEIGHTS = ADDITIONAL_VERSIONS.parameter;

/** For certain when the name, or the versions and weights are written out, or both versions are the same version of the app. */
export const aliasRouting: Check = {
  rule: WEIGHTED_LATEST,
  severity: 'error',
  find: topology => [...topology.aliases.values()].flatMap(alias => {
    const called = (version: Text) => version.kind === 'reference' ? nameOf(topology, version.resource) : `"${known(version)}"`;
    return [...aliasName(alias), ...mainVersion(alias, called), ...additionalVersions(alias, called)];
  }),
};

type Called = (version: Text) => string;

function aliasName(alias: AliasNode): Place[] {
  const name = known(alias.name);
  const isUnusable = name !== undefined && violation(ALIAS_NAME, name) !== undefined;
  return isUnusable ? [{ origin: alias, property: ALIAS_NAME.parameter, value: `"${name}"`, rule: UNUSABLE_ALIAS_NAME }] : [];
}

function mainVersion(alias: AliasNode, called: Called): Place[] {
  const { version, additionalVersions: others } = alias;
  const name = known(version);
  const place = { origin: alias, property: MAIN, value: called(version) };
  if (name !== undefined && violation(ALIAS_VERSION, name)) return [{ ...place, rule: ALIAS_OF_ALIAS }];
  return name === LATEST && !('reason' in others) && others.length > 0 ? [{ ...place, rule: WEIGHTED_LATEST }] : [];
}

function additionalVersions(alias: AliasNode, called: Called): Place[] {
  const others = alias.additionalVersions;
  if ('reason' in others) return [];
  const tooMany = others.length > ADDITIONAL_VERSIONS.max
    ? [{ origin: alias, property: WEIGHTS, value: `${others.length}`, rule: TOO_MANY_VERSIONS }]
    : [];
  return [...tooMany, ...others.flatMap(({ version, weight }, index) => {
    const property = `${WEIGHTS}[${index}].FunctionVersion`;
    const name = known(version);
    const share = known(weight);
    const isUnpublished = name !== undefined && violation(ADDITIONAL_VERSION, name) !== undefined;
    return [
      ...isUnpublished ? [{ origin: alias, property, value: called(version), rule: UNPUBLISHED_VERSION }] : [],
      ...!isUnpublished && sameText(alias.version, version) === true
        ? [{ origin: alias, property, value: called(version), rule: SAME_VERSION_TWICE }]
        : [],
      ...share !== undefined && violation(ADDITIONAL_VERSION_WEIGHT, share)
        ? [{ origin: alias, property: `${WEIGHTS}[${index}].FunctionWeight`, value: `${share}`, rule: WEIGHT_OUT_OF_RANGE }]
        : [],
    ];
  })];
}
