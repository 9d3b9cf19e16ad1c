import {
  ADDITIONAL_VERSION, ADDITIONAL_VERSION_WEIGHT, ADDITIONAL_VERSIONS, ALIAS_NAME, ALIAS_VERSION, SAME_VERSION_TWICE, WEIGHTED_LATEST,
} from '../../constraints/aws-lambda/alias';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { PROVISIONED_WEIGHTED_ALIAS } from '../../constraints/aws-lambda/provisioned-concurrency';
import { brokenRule } from '../../constraints/reported';
import { quoted } from '../../constraints/violation';
import { known, sameText, type AliasNode, type Topology } from '../../topology';
import type { Check, Place } from '../finding';
import { executionsNamed, provisionedOf } from '../provisioned';
import { noVersion, versionNamed } from '../written-version';

const MAIN = ALIAS_VERSION.parameter;
const WEIGHTS = ADDITIONAL_VERSIONS.parameter;
const LIMITS = [ALIAS_NAME, ALIAS_VERSION, ADDITIONAL_VERSIONS, ADDITIONAL_VERSION, ADDITIONAL_VERSION_WEIGHT];

/**
 * For certain when the name, or the versions and weights are written out, or both versions are the same version of the app,
 * or a version is given by the ARN or name of a resource of the app.
 */
export const aliasRouting: Check = {
  rule: WEIGHTED_LATEST,
  others: [SAME_VERSION_TWICE, PROVISIONED_WEIGHTED_ALIAS, ...LIMITS.map(({ rule }) => rule)],
  severity: 'error',
  find: ({ topology }) => [
    ...[...topology.aliases.values()].flatMap(alias => [
      ...aliasName(alias),
      ...mainVersion(topology, alias),
      ...additionalVersions(topology, alias),
    ]),
    ...provisionedBesideWeights(topology),
  ],
};

function aliasName(alias: AliasNode): Place[] {
  const name = known(alias.name);
  const rule = name === undefined ? undefined : brokenRule(ALIAS_NAME, name);
  return rule ? [{ origin: alias, property: ALIAS_NAME.parameter, value: quoted(name), rule }] : [];
}

function mainVersion(topology: Topology, alias: AliasNode): Place[] {
  const { version, additionalVersions: others } = alias;
  const other = noVersion(topology, version, ALIAS_VERSION);
  if (other) {
    return [{ origin: alias, property: MAIN, rule: ALIAS_VERSION.rule, ...other }];
  }
  const isWeighted = !('reason' in others) && others.length > 0;
  return known(version) === LATEST && isWeighted ? [{ origin: alias, property: MAIN, value: quoted(LATEST), rule: WEIGHTED_LATEST }] : [];
}

function additionalVersions(topology: Topology, alias: AliasNode): Place[] {
  const others = alias.additionalVersions;
  if ('reason' in others) {
    return [];
  }
  const tooMany = brokenRule(ADDITIONAL_VERSIONS, others);
  return [...tooMany ? [{ origin: alias, property: WEIGHTS, value: `${others.length}`, rule: tooMany }] : [], ...others.flatMap(({ version, weight }, index): Place[] => {
    const property = `${WEIGHTS}[${index}].FunctionVersion`;
    const share = known(weight);
    const unpublished = noVersion(topology, version, ADDITIONAL_VERSION);
    const outOfRange = share === undefined ? undefined : brokenRule(ADDITIONAL_VERSION_WEIGHT, share);
    return [
      ...unpublished ? [{ origin: alias, property, rule: ADDITIONAL_VERSION.rule, ...unpublished }] : [],
      ...!unpublished && sameText(alias.version, version) === true
        ? [{ origin: alias, property, value: versionNamed(topology, version), rule: SAME_VERSION_TWICE }]
        : [],
      ...outOfRange ? [{ origin: alias, property: `${WEIGHTS}[${index}].FunctionWeight`, value: `${share}`, rule: outOfRange }] : [],
    ];
  })];
}

/** A weight of 0 may count as none. */
function provisionedBesideWeights(topology: Topology): Place[] {
  return provisionedOf(topology).flatMap(provisioned => {
    const { origin } = provisioned;
    const others = 'additionalVersions' in origin && !('reason' in origin.additionalVersions) ? origin.additionalVersions : [];
    return others.some(({ weight }) => (known(weight) ?? 0) > 0)
      ? [{ origin, property: PROVISIONED_WEIGHTED_ALIAS.parameter!, value: `${executionsNamed(provisioned)} beside \`${WEIGHTS}\``, rule: PROVISIONED_WEIGHTED_ALIAS }]
      : [];
  });
}
