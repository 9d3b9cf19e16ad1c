import { Aspects, Stack, type CfnResource, type IAspect } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { declaredConfig } from './declared-config';
import { waitsFor } from './waits-for';
import { functionIdentity } from '../target/target-identity';

/**
 * Makes the configs of one function wait for each other.
 *
 * Lambda refuses concurrent changes of one function with a conflict, and the deployment fails.
 */
export function chainConfigs(scope: IConstruct): void {
  const aspects = Aspects.of(Stack.of(scope));
  if (!aspects.all.some(aspect => aspect instanceof ConfigChain)) {
    aspects.add(new ConfigChain());
  }
}

class ConfigChain implements IAspect {
  /** The configs of each function, in the order in which CloudFormation creates them. */
  private readonly chains = new Map<string, CfnResource[]>();

  /** The configs that have their place: an app that is synthesized twice is visited twice. */
  private readonly chained = new Set<IConstruct>();

  visit(node: IConstruct): void {
    const config = declaredConfig(node);
    if (config && !this.chained.has(node)) {
      this.chained.add(node);
      const link = `${config.resource.stack.node.path}:${functionIdentity(node, config.functionName)}`;
      const chain = this.chains.get(link) ?? [];
      this.chains.set(link, chain);
      insert(chain, config.resource);
    }
  }
}

/** Inserts a config before the first one that already waits for it, for example through an invocation that needs it. */
function insert(chain: CfnResource[], config: CfnResource): void {
  const last = chain.at(-1);
  const place = last && waitsFor(last, config) ? chain.findIndex(other => waitsFor(other, config)) : chain.length;
  if (place > 0) {
    config.node.addDependency(chain[place - 1]);
  }
  chain.splice(place, 0, config);
}
