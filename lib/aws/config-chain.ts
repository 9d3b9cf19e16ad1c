import { Aspects, Stack, type CfnResource, type IAspect } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { declaredConfig } from './declared-config';
import { functionIdentity } from './target-identity';

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
  private readonly last = new Map<string, CfnResource>();

  /** An app that is synthesized again visits everything again, and a chain may not end in a circle. */
  private readonly chained = new Set<IConstruct>();

  public visit(node: IConstruct): void {
    const config = declaredConfig(node);
    if (config && !this.chained.has(node)) {
      this.chained.add(node);
      const link = `${config.resource.stack.node.path}:${functionIdentity(node, config.functionName)}`;
      const previous = this.last.get(link);
      if (previous) {
        node.node.addDependency(previous);
      }
      this.last.set(link, config.resource);
    }
  }
}
