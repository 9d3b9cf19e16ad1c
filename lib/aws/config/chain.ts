import { Aspects, Stack, type CfnResource, type IAspect } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { declaredConfig } from './declared-config';
import { waitsFor } from './waits-for';
import { functionIdentity } from '../target/target-identity';

/**
 * Lets the configs of one function wait for each other: Lambda refuses two changes
 * of one function at the same time, with a conflict that fails the deployment.
 */
export function chainConfigs(scope: IConstruct): void {
  const aspects = Aspects.of(Stack.of(scope));
  if (!aspects.all.some(aspect => aspect instanceof ConfigChain)) {
    aspects.add(new ConfigChain());
  }
}

class ConfigChain implements IAspect {
  /** The configs of each function, in the order in which they are put. */
  private readonly chains = new Map<string, CfnResource[]>();

  /** Each config takes its place once, also in an app that is synthesized, and so visited, again. */
  private readonly chained = new Set<IConstruct>();

  public visit(node: IConstruct): void {
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

/** A config takes its place before the first that waits for it anyway, e.g. for an invocation that needs it. */
function insert(chain: CfnResource[], config: CfnResource): void {
  const last = chain.at(-1);
  const place = last && waitsFor(last, config) ? chain.findIndex(other => waitsFor(other, config)) : chain.length;
  if (place > 0) {
    config.node.addDependency(chain[place - 1]);
  }
  chain.splice(place, 0, config);
}
