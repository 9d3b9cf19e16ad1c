import type { DeployedTexts } from './deployed-texts';
import { deployedArn, settled } from './settings';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import type { EventInvokeConfig, Topology } from '../../topology';
import type { SimulatedFunctions } from '../state';

/** The functions of an app, deployed. */
interface Deployed {
  readonly topology: Topology;
  readonly texts: DeployedTexts;
  readonly functions: SimulatedFunctions;
}

/** Puts a config that a template declares on its function. */
export function putConfig(functions: SimulatedFunctions, config: EventInvokeConfig, texts: DeployedTexts, now: number): void {
  const { target } = config;
  const fn = target.kind === 'function' ? functions.declared(target.resource ?? '') : undefined;
  if (!fn || target.kind !== 'function') {
    return;
  }
  const qualifier = texts.of(target.qualifier) ?? LATEST;
  if (/^\d+$/.test(qualifier)) {
    fn.versions.add(qualifier);
  }
  fn.configs.put(qualifier, {
    retryAttempts: settled<number | undefined>(config.retryAttempts, undefined),
    maxEventAge: settled<number | undefined>(config.maxEventAge, undefined),
    onSuccess: deployedArn(config.onSuccess, texts),
    onFailure: deployedArn(config.onFailure, texts),
    lastModified: now,
  });
}

/**
 * Removes the configs that custom resources declare, because the handlers put them when the resources are created.
 *
 * @param declaredBy the keys of those resources
 */
export function withdrawConfigs({ topology, texts, functions }: Deployed, declaredBy: ReadonlySet<string>, now: number): void {
  const [later, stay] = [true, false].map(isLater => topology.configs.filter(({ key }) => declaredBy.has(key) === isLater));
  for (const { target } of later) {
    if (target.kind !== 'function') {
      continue;
    }
    functions.declared(target.resource ?? '')?.configs.delete(texts.of(target.qualifier) ?? LATEST);
    // The handler finds the config that another resource put for the same function and qualifier.
    for (const config of stay) {
      if (config.target.kind === 'function' && config.target.key === target.key) {
        putConfig(functions, config, texts, now);
      }
    }
  }
}
