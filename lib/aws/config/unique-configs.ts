import type { IConstruct } from 'constructs';
import { declaredConfig } from './declared-config';
import { DUPLICATE_CONFIG, remedyForDuplicates } from '../../constraints/aws-lambda/event-invoke-config';
import { broken } from '../../constraints/rule';
import { guardUniqueConfigs, type ConfigInApp } from '../../provider/unique-configs';
import { pathOf } from '../target/referenced-resource';
import { targetIdentity } from '../target/target-identity';
import { divided } from '../target/token-text';

const MARK = Symbol.for('cdk-async-invoke.unique-configs');

/**
 * Refuses, at synth, two configs for one function and qualifier in the app.
 *
 * Finds configs of this library, of aws-cdk-lib and L1s.
 */
export function guardUniqueTargets(scope: IConstruct): void {
  guardUniqueConfigs(scope, {
    mark: MARK,
    configsWithin,
    refusal: (paths, name) => broken(DUPLICATE_CONFIG, 'function', `${paths.join(' and ')} for ${name}`, remedyForDuplicates(paths)),
  });
}

function configsWithin(root: IConstruct): ConfigInApp[] {
  return root.node.findAll().map(declaredConfig).filter(config => config !== undefined).map(({ resource, functionName, qualifier }) => {
    const identity = targetIdentity(resource, functionName, qualifier);
    return {
      identity,
      // Only a config that is refused is named.
      get construct() {
        return declaring(resource);
      },
      get name() {
        return divided(identity);
      },
    };
  });
}

/** The construct that users know: the L2 around an L1. */
function declaring(resource: IConstruct): IConstruct {
  return resource.node.scopes.find(({ node }) => node.path === pathOf(resource)) ?? resource;
}
