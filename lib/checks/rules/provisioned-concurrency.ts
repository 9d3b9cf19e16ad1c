import { LATEST } from '../../constraints/aws-lambda/identifiers';
import * as rules from '../../constraints/aws-lambda/provisioned-concurrency';
import { brokenRule } from '../../constraints/reported';
import type { Rule } from '../../constraints/rule';
import { known, type Topology } from '../../topology';
import type { Check, Place } from '../finding';
import { nameOf } from '../names';
import { executionsNamed, provisionedOf, type Provisioned } from '../provisioned';

const PROPERTY = rules.PROVISIONED_CONCURRENT_EXECUTIONS.parameter;

/**
 * For certain when the function is of the app, the setting that excludes it is written out, or two aliases or versions
 * without a condition keep environments of the same version ready, or more than the reserve of the function.
 *
 * `AliasRouting` finds weights beside provisioned concurrency.
 */
export const provisionedConcurrency: Check = {
  rule: rules.PROVISIONED_SNAP_START,
  others: [
    rules.PROVISIONED_TENANT_ISOLATION, rules.PROVISIONED_TWICE, rules.PROVISIONED_ABOVE_RESERVED, rules.PROVISIONED_LATEST,
    rules.PROVISIONED_CONCURRENT_EXECUTIONS.rule,
  ],
  severity: 'error',
  find: ({ topology }) => {
    const all = provisionedOf(topology);
    const certain = all.filter(({ origin }) => origin.condition === undefined);
    return [...all.flatMap(provisioned => alone(topology, provisioned)), ...twice(topology, certain), ...aboveReserved(topology, certain)];
  },
};

/** What is wrong whatever else the app provisions. */
function alone(topology: Topology, provisioned: Provisioned): Place[] {
  const { origin, executions, fn } = provisioned;
  const outOfRange = executions === undefined ? undefined : brokenRule(rules.PROVISIONED_CONCURRENT_EXECUTIONS, executions);
  const at = (rule: Rule, value: string, property = PROPERTY): Place => ({ origin, property, value, rule });
  const isOfLatest = 'version' in origin && known(origin.version) === LATEST;
  return [
    ...outOfRange ? [at(outOfRange, `${executions}`)] : [],
    ...isOfLatest ? [at(rules.PROVISIONED_LATEST, `"${LATEST}"`, rules.PROVISIONED_LATEST.parameter)] : [],
    ...excludedBy(fn).map(rule => at(rule, `${executionsNamed(provisioned)} for ${nameOf(topology, fn!.key)}`)),
  ];
}

/** The rules for which a function takes no provisioned concurrency. */
function excludedBy(fn: Provisioned['fn']): Rule[] {
  return [
    ...known(fn?.snapStart) === 'PublishedVersions' ? [rules.PROVISIONED_SNAP_START] : [],
    ...known(fn?.tenancy) === undefined ? [] : [rules.PROVISIONED_TENANT_ISOLATION],
  ];
}

function twice(topology: Topology, all: readonly Provisioned[]): Place[] {
  const first = new Map<string, Provisioned>();
  return all.flatMap(provisioned => {
    const { origin, version } = provisioned;
    const other = version === undefined ? undefined : first.get(version);
    if (!other) {
      first.set(version ?? origin.key, provisioned);
      return [];
    }
    return [{ origin, property: PROPERTY, value: `${executionsNamed(provisioned)} beside that of ${nameOf(topology, other.origin.key)}`, rule: rules.PROVISIONED_TWICE }];
  });
}

/** Each function once: where its total exceeds the reserve. */
function aboveReserved(topology: Topology, all: readonly Provisioned[]): Place[] {
  const totals = new Map<string, number>();
  return all.flatMap(({ origin, executions = 0, fn }) => {
    const reserved = known(fn?.reservedConcurrency);
    if (!fn || reserved === undefined) {
      return [];
    }
    const before = totals.get(fn.key) ?? 0;
    totals.set(fn.key, before + executions);
    const inTotal = before === 0 ? '' : `, in total ${before + executions},`;
    return before <= reserved && before + executions > reserved
      ? [{ origin, property: PROPERTY, value: `${executions}${inTotal} for ${nameOf(topology, fn.key)}, which has ${reserved}`, rule: rules.PROVISIONED_ABOVE_RESERVED }]
      : [];
  });
}
