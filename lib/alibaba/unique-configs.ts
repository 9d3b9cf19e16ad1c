import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { FunctionPlace } from './destination';
import { functionIdentity } from './function-identity';
import { resolved } from './ros-resolver';
import { findRosStack } from './ros-scope';
import { DUPLICATE_CONFIG } from '../constraints/alibaba-fc/async-invoke-config';
import { broken } from '../constraints/rule';
import { guardUniqueConfigs } from '../provider/unique-configs';

/** The function and qualifier that a config is for. */
export interface ConfigTarget extends FunctionPlace {
  readonly functionName: string;
  readonly qualifier: string;
}

/** The targets of all configs, of ROS stacks and of AWS stacks. */
const TARGETS = new WeakMap<IConstruct, () => ConfigTarget>();
/** Each copy of the library guards its own configs: it knows no others. */
const MARK = Symbol('cdk-async-invoke.alibaba.unique-configs');

/**
 * Refuses, at synth, two configs for one function and qualifier anywhere in the app.
 *
 * @param target called when the app is complete
 */
export function guardUniqueConfig(config: IConstruct, target: () => ConfigTarget): void {
  TARGETS.set(config, target);
  guardUniqueConfigs(config, {
    mark: MARK,
    configsWithin: root => root.node.findAll()
      .filter(construct => TARGETS.has(construct))
      .map(construct => ({ construct, ...identityOf(construct) })),
    refusal: (paths, name) => broken(DUPLICATE_CONFIG, 'functionName', `${paths.join(' and ')} for ${name}`),
  });
}

/** Two values that only the deployment knows can be compared within one stack only. */
function identityOf(config: IConstruct): { identity: string; name: string } {
  const { account, region, functionName, qualifier } = TARGETS.get(config)!();
  const stack = Stack.of(config);
  const spelled = { functionName: `${account}/${region}/${functionIdentity(functionName)}:${qualifier}` };
  const { functionName: target } = findRosStack(config) ? resolved(config, spelled) : stack.resolve(spelled);
  return typeof target === 'string'
    ? { identity: target, name: target }
    : { identity: `${JSON.stringify(target)} of ${stack.node.path}`, name: `one function, which only the deployment of ${stack.node.path} knows` };
}
