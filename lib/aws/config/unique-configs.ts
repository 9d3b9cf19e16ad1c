import { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { declaredConfig } from './declared-config';
import { DUPLICATE_CONFIG } from '../../constraints/aws-lambda/event-invoke-config';
import { broken } from '../../constraints/rule';
import { pathOf } from '../target/referenced-resource';
import { targetIdentity } from '../target/target-identity';

const GUARDED = Symbol.for('cdk-async-invoke.unique-configs');

/**
 * Refuses, at synth, two configs for one function and qualifier in the app.
 *
 * Finds configs of this library, of aws-cdk-lib and L1s.
 */
export function guardUniqueConfigs(scope: IConstruct): void {
  const roots = new Set([Stage.of(scope) ?? scope.node.root, scope.node.root]);
  for (const root of roots) {
    if (!(GUARDED in root)) {
      Object.defineProperty(root, GUARDED, { value: true });
      root.node.addValidation({ validate: () => duplicates(root) });
    }
  }
}

function duplicates(root: IConstruct): string[] {
  const paths = new Map<string, string[]>();
  for (const { resource, functionName, qualifier } of root.node.findAll().map(declaredConfig).filter(config => config !== undefined)) {
    const target = targetIdentity(resource, functionName, qualifier);
    paths.set(target, [...paths.get(target) ?? [], pathOf(resource)]);
  }
  return [...paths]
    .filter(([, found]) => found.length > 1)
    .map(([target, found]) => broken(DUPLICATE_CONFIG, 'function', `${found.join(' and ')} for ${target}`));
}

