import {
  ADDITIONAL_VERSION, ADDITIONAL_VERSION_WEIGHT, ADDITIONAL_VERSIONS, ALIAS_NAME, ALIAS_VERSION, SAME_VERSION_TWICE, WEIGHTED_LATEST,
} from '../../constraints/aws-lambda/alias';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { brokenRule } from '../../constraints/reported';
import { known, sameText, type AliasNode, type Text } from '../../topology';
import type { Check, Place } from '../finding';
import { nameOf } from '../names';

const MAIN = ALIAS_VERSION.parameter;
const WEIGHTS = ADDITIONAL_VERSIONS.parameter;
const LIMITS = [ALIAS_NAME, ALIAS_VERSION, ADDITIONAL_VERSIONS, ADDITIONAL_VERSION, ADDITIONAL_VERSION_WEIGHT];

/** For certain when the name, or the versions and weights are written out, or both versions are the same version of the app. */
export const aliasRouting: Check = {
  rule: WEIGHTED_LATEST,
  others: [SAME_VERSION_TWICE, ...LIMITS.map(({ rule }) => rule)],
  severity: 'error',
  find: ({ topology }) => [...topology.aliases.values()].flatMap(alias => {
    const called = (version: Text) => version.kind === 'reference' ? nameOf(topology, version.resource) : `"${known(version)}"`;
    return [...aliasName(alias), ...mainVersion(alias, called), ...additionalVersions(alias, called)];
  }),
};

type Called = (version: Text) => string;

function aliasName(alias: AliasNode): Place[] {
  const name = known(alias.name);
  const rule = name === undefined ? undefined : brokenRule(ALIAS_NAME, name);
  return rule ? [{ origin: alias, property: ALIAS_NAME.parameter, value: `"${name}"`, rule }] : [];
}

function mainVersion(alias: AliasNode, called: Called): Place[] {
  const { version, additionalVersions: others } = alias;
  const name = known(version);
  const place = { origin: alias, property: MAIN, value: called(version) };
  const rule = name === undefined ? undefined : brokenRule(ALIAS_VERSION, name);
  if (rule) {
    return [{ ...place, rule }];
  }
  return name === LATEST && !('reason' in others) && others.length > 0 ? [{ ...place, rule: WEIGHTED_LATEST }] : [];
}

function additionalVersions(alias: AliasNode, called: Called): Place[] {
  const others = alias.additionalVersions;
  if ('reason' in others) {
    return [];
  }
  const tooMany = brokenRule(ADDITIONAL_VERSIONS, others);
  return [...tooMany ? [{ origin: alias, property: WEIGHTS, value: `${others.length}`, rule: tooMany }] : [], ...others.flatMap(({ version, weight }, index) => {
    const property = `${WEIGHTS}[${index}].FunctionVersion`;
    const name = known(version);
    const share = known(weight);
    const unpublished = name === undefined ? undefined : brokenRule(ADDITIONAL_VERSION, name);
    const outOfRange = share === undefined ? undefined : brokenRule(ADDITIONAL_VERSION_WEIGHT, share);
    return [
      ...unpublished ? [{ origin: alias, property, value: called(version), rule: unpublished }] : [],
      ...!unpublished && sameText(alias.version, version) === true
        ? [{ origin: alias, property, value: called(version), rule: SAME_VERSION_TWICE }]
        : [],
      ...outOfRange ? [{ origin: alias, property: `${WEIGHTS}[${index}].FunctionWeight`, value: `${share}`, rule: outOfRange }] : [],
    ];
  })];
}
