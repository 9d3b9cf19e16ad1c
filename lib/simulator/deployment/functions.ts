import { putConfig } from './configs';
import type { DeployedTexts } from './deployed-texts';
import { declaredPolicies } from './policies';
import { deployedArn, settled } from './settings';
import { MEMORY_SIZE, TIMEOUT } from '../../constraints/aws-lambda/function';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import type { FunctionNode, Topology } from '../../topology';
import { SimulatedFunction, SimulatedFunctions } from '../state';

/** The functions of an app with their versions, aliases and configs. */
export function deployedFunctions(topology: Topology, texts: DeployedTexts, now: number): SimulatedFunctions {
  const functions = new SimulatedFunctions();
  for (const node of topology.functions.values()) {
    functions.add(new SimulatedFunction(settings(node, texts), fn => declaredPolicies(fn, topology, texts)));
  }
  for (const version of topology.versions.values()) {
    if (version.function.kind === 'function') {
      functions.declared(version.function.resource ?? '')?.versions.add(texts.versionNumber(version.key));
    }
  }
  for (const { function: target, name, logicalId, version, additionalVersions } of topology.aliases.values()) {
    const fn = target.kind === 'function' ? functions.declared(target.resource ?? '') : undefined;
    if (!fn) {
      continue;
    }
    const [additional] = 'kind' in additionalVersions ? [] : additionalVersions;
    fn.aliases.set(texts.of(name) ?? logicalId, {
      version: published(fn, texts.of(version) ?? LATEST),
      additional: additional && { version: published(fn, texts.of(additional.version) ?? LATEST), weight: settled(additional.weight, 0) },
    });
  }
  for (const config of topology.configs) {
    putConfig(functions, config, texts, now);
  }
  return functions;
}

function settings(node: FunctionNode, texts: DeployedTexts) {
  const { key, logicalId, path, code } = node;
  const { account, region, partition } = texts.environmentOf(key);
  return {
    key,
    logicalId,
    path,
    name: texts.of({ kind: 'reference', resource: key, attribute: 'Name' })!,
    partition,
    account,
    region,
    timeout: settled(node.timeout, TIMEOUT.default!),
    memorySize: settled(code.memorySize, MEMORY_SIZE.default!),
    role: deployedArn(node.role, texts),
    runtime: settled<string | undefined>(code.runtime, undefined),
    handler: settled<string | undefined>(code.handler, undefined),
    deadLetterQueue: deployedArn(node.deadLetterQueue, texts),
    reservedConcurrency: settled<number | undefined>(node.reservedConcurrency, undefined),
    recursiveLoop: settled(node.recursiveLoop, 'Terminate') === 'Allow' ? 'Allow' as const : 'Terminate' as const,
    durable: node.durable !== undefined && !('reason' in node.durable),
    tenantIsolated: node.tenancy !== undefined,
  };
}

/** Publishes the version that an alias points to, because it has to exist. */
function published(fn: SimulatedFunction, version: string): string {
  if (version !== LATEST) {
    fn.versions.add(version);
  }
  return version;
}
