import { CONSUMER_VISIBILITY_TIMEOUT } from '../../constraints/aws-lambda/event-source-mapping';
import { TIMEOUT } from '../../constraints/aws-lambda/function';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { VISIBILITY_TIMEOUT } from '../../constraints/aws-sqs/queue';
import { known, type FunctionTarget, type Setting, type Topology } from '../../topology';
import type { Check, Place } from '../finding';
import { functionOf } from '../functions';
import { isSwitchedOn } from '../invocations';
import { named } from '../names';

/** A pipe polls on its own account. */
const MAPPING = 'AWS::Lambda::EventSourceMapping';

/**
 * For certain when queue and function are of the app, both timeouts are known, and the mapping is enabled.
 *
 * An alias counts only if it points to `$LATEST` or to a version of the app: other versions may have another timeout.
 */
export const consumerVisibilityTimeout: Check = {
  rule: CONSUMER_VISIBILITY_TIMEOUT,
  severity: 'error',
  find: ({ topology }) => topology.eventSources.flatMap((mapping): Place[] => {
    const { source, function: fn, type } = mapping;
    const queue = source && source.kind === 'queue' ? topology.queues.get(source.resource ?? '') : undefined;
    const node = functionOf(topology, fn);
    if (!queue || !node || !source || source.kind === 'unknown' || fn.kind === 'unknown' || type !== MAPPING || !isSwitchedOn(mapping)) {
      return [];
    }
    const isCertain = [mapping, queue, node].every(({ condition }) => condition === undefined) && runsCurrentSettings(topology, fn);
    const [hidden, timeout] = [settingOf(queue.visibilityTimeout, VISIBILITY_TIMEOUT.default), settingOf(node.timeout, TIMEOUT.default)];
    if (!isCertain || hidden === undefined || timeout === undefined || hidden >= timeout) {
      return [];
    }
    const value = `${named(topology, source)}, which hides messages for ${hidden} seconds from ${named(topology, fn)}, whose timeout is ${timeout} seconds`;
    return [{ origin: mapping, property: CONSUMER_VISIBILITY_TIMEOUT.parameter!, value }];
  }),
};

/** Whether a qualifier certainly runs with the settings that the app declares for the function. */
function runsCurrentSettings({ aliases, versions }: Topology, { qualifier, resource }: FunctionTarget): boolean {
  if (qualifier.kind === 'reference') {
    return versions.has(qualifier.resource) || isCurrent(aliases.get(qualifier.resource)?.version);
  }
  const name = known(qualifier);
  const alias = [...aliases.values()].find(({ function: fn, name: own }) => fn.kind === 'function' && fn.resource === resource && known(own) === name);
  return name === LATEST || (alias !== undefined && alias.condition === undefined && isCurrent(alias.version));

  function isCurrent(version?: FunctionTarget['qualifier']): boolean {
    return known(version) === LATEST || (version?.kind === 'reference' && versions.has(version.resource));
  }
}

/** The value of a setting, or its default where it is left out; `undefined` if it is unknown. */
function settingOf(setting: Setting<number> | undefined, standard: number | undefined): number | undefined {
  return setting === undefined ? standard : known(setting);
}
