import type { DeployedTexts } from './deployed-texts';
import { arnOf, type Setting, type Target, type Unknown } from '../../topology';

/** The value of a setting; the standard if the template does not set it, or if its value is unknown. */
export function settled<T>(setting: Setting<T> | undefined, standard: T): T {
  return setting === undefined || setting.kind === 'unknown' ? standard : setting.value;
}

/** The ARN that a target has after the deployment. */
export function deployedArn(target: Target | Unknown | undefined, texts: DeployedTexts): string | undefined {
  return target === undefined || target.kind === 'unknown' ? undefined : texts.of(arnOf(target));
}
