import type { DeployedTexts } from './deployed-texts';
import { arnOf, type Setting, type Target, type Unknown } from '../../topology';

/** A number that a template sets: the standard where it sets none, and why not where nobody knows. */
export function settled<T>(setting: Setting<T> | undefined, standard: T): T {
  return setting === undefined || setting.kind === 'unknown' ? standard : setting.value;
}

/** What a target is called once it is deployed. */
export function deployedArn(target: Target | Unknown | undefined, texts: DeployedTexts): string | undefined {
  return target === undefined || target.kind === 'unknown' ? undefined : texts.of(arnOf(target));
}
