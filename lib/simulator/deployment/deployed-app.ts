import { unknownSettings, unplayedSettings } from './assumptions';
import { DeployedTexts } from './deployed-texts';
import { stackEnvironments, type DeploymentEnvironment } from './environment';
import { deployedFunctions } from './functions';
import { Permissions } from './permissions';
import { deployedStores } from './stores';
import type { Topology } from '../../topology';
import type { SimulatedFunctions, SimulatedStores } from '../state';

/** An app, as CloudFormation would deploy it. */
export interface DeployedApp {
  readonly topology: Topology;
  readonly texts: DeployedTexts;
  readonly functions: SimulatedFunctions;
  readonly stores: SimulatedStores;
  readonly permissions: Permissions;

  /** The settings whose values the templates do not tell, which are treated as not set, and those that are not played. */
  readonly assumptions: readonly string[];
}

/** Deploys an app. */
export function deployed(topology: Topology, environment: DeploymentEnvironment, now: number): DeployedApp {
  const texts = new DeployedTexts(topology, stackEnvironments(topology, environment));
  const functions = deployedFunctions(topology, texts, now);
  const stores = deployedStores(topology, texts, functions);
  return {
    topology,
    texts,
    functions,
    stores,
    permissions: new Permissions(topology, texts, functions, stores),
    get assumptions() {
      return [...unknownSettings(topology), ...unplayedSettings(topology)];
    },
  };
}
