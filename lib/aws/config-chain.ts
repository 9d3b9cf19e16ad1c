import { Aspects, Stack, type IAspect } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { isEventInvokeConfig } from './event-invoke-config';
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
  private readonly last = new Map<string, lambda.CfnEventInvokeConfig>();

  /** An app that is synthesized again visits everything again, and a chain may not end in a circle. */
  private readonly chained = new Set<IConstruct>();

  public visit(node: IConstruct): void {
    if (isEventInvokeConfig(node) && !this.chained.has(node)) {
      this.chained.add(node);
      const link = `${node.stack.node.path}:${functionIdentity(node, node.functionName)}`;
      const previous = this.last.get(link);
      if (previous) {
        node.node.addDependency(previous);
      }
      this.last.set(link, node);
    }
  }
}
