import type { WantedConfig } from './properties';
import { choose, complete, DEFAULTS, differences, type Settings } from './settings';
import type { Deployment } from '../../resource';
import { classify } from '../../retry/classify';
import { Impatience, type Call } from '../../retry/retrying';

/**
 * Settings to leave behind: found values for settings of the resource, present values for settings of others.
 *
 * @returns `null` for no config
 */
export function givenBack(found: Settings | null, live: Settings, { given, merge }: Pick<WantedConfig, 'given' | 'merge'>): Settings | null {
  if (!merge) {
    return found;
  }
  const changedByOthers = differences(live, found ?? {}).filter(name => !(name in given));
  const left = choose(name => changedByOthers.includes(name) ? live[name] : found?.[name]);
  return found === null && differences(left, DEFAULTS).length === 0 ? null : left;
}

/**
 * Puts back a found config, as far as Lambda accepts it.
 *
 * A destination may have been deleted, or the function may have lost the permission. A failure would block the deletion of the
 * stack, so the rest is restored without that destination. The log names what could not be restored.
 */
export async function restore(
  settings: Settings,
  put: (settings: Settings, budgets?: Call['budgets']) => Promise<void>,
  deployment: Pick<Deployment, 'log'>,
): Promise<void> {
  const [whole, ...parts] = partsOf(settings);
  let refused = await refusal(() => put(whole));
  for (let part = parts.shift(); refused !== undefined && part !== undefined; part = parts.shift()) {
    const rest = part;
    deployment.log('not restored', { lost: differences(settings, rest).join(', '), reason: refused });
    refused = await refusal(() => put(rest, { grant: 0 }));
  }
  if (refused !== undefined) {
    throw new Error(`the found config could not be restored: ${refused}`);
  }
}

/** The config, then without one destination, the other, and both. The failure destination stays longest, because it keeps events. */
function partsOf(settings: Settings): Settings[] {
  const { OnSuccess, OnFailure, ...others } = settings;
  const parts = [settings, { ...others, OnFailure }, { ...others, OnSuccess }, { ...complete(others), OnSuccess: undefined, OnFailure: undefined }]
    .map(part => choose(name => (part as Settings)[name]));
  return parts.filter((part, index) => parts.findIndex(earlier => differences(earlier, part).length === 0) === index);
}

/** Why Lambda does not take a config; nothing if it does. */
async function refusal(put: () => Promise<void>): Promise<string | undefined> {
  try {
    await put();
    return undefined;
  } catch (error) {
    const cause = error instanceof Impatience ? error.cause : error;
    if (cause instanceof Error && cause.name === 'InvalidParameterValueException' && ['grant', 'no'].includes(classify(cause))) {
      return cause.message;
    }
    throw error;
  }
}
