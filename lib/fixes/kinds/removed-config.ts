import { Draft } from '../draft';
import type { Fixer } from '../fixer';

/** Removes a config. */
export const removedConfig: Fixer = ({ key }, context) => new Draft(context).removeResource(key).fix('Remove the config.');
