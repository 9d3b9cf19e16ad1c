import type { DeployedTexts } from './deployed-texts';
import { arnOf, type Setting, type Target, type Unknown } from '../../topology';

/** The value of a setting; the standard if the template does not set it, or if its value is unknown. */
export function settled<T>(setting: Setting<T> | undefined, standard: T): T {
  return setting === undefined || setting.kind === 'unknown' ? standard : setting.value;
}

/** The ARN that a target has after the deployment. */
export function deployedArn(target: Target | Unknown | undefined, texts: DeployedTexts): string | undefined {
  if (target === undefined || target.kind === 'unknown') {
    return undefined;
  }
  return texts.of(isPlain(target) ? target.arn : arnOf(target));
}

/** Whether a template refers to a resource of the app by `Fn::GetAtt`. To put those ARNs together from their parts would take a fifth of the start. */
function isPlain({ kind, arn, resource }: Target): boolean {
  return kind !== 'other' && kind !== 'key' && arn.kind === 'reference' && arn.attribute === 'Arn' && arn.resource === resource;
}
