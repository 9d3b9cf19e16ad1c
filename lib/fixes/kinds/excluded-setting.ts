import { ALIAS_VERSION } from '../../constraints/aws-lambda/alias';
import { Draft } from '../draft';
import type { Fixer } from '../fixer';
import { publishedVersion } from './published-version';

/** Removes the whole setting that Lambda excludes, e.g. `SnapStart` for `SnapStart.ApplyOn`; an alias of `$LATEST` gets a version. */
export const withoutSetting: Fixer = (finding, context) => {
  const { key, property } = finding;
  const [setting] = property.split('.');
  return property === ALIAS_VERSION.parameter ? publishedVersion(finding, context) : new Draft(context).remove(key, setting).fix(`Remove \`${setting}\`.`);
};
