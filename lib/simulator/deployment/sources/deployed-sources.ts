import { deployedBuckets } from './buckets';
import { DeployedResources } from './deployed-resources';
import { deployedMappings } from './event-source-mappings';
import { deployedIotRules } from './iot-rules';
import { deployedLogGroups } from './log-groups';
import { deployedPipes } from './pipes';
import { deployedQueues } from './queues';
import { deployedBuses, deployedRules } from './rules';
import { scheduledRules, schedulerSchedules } from './schedules';
import { SenderPermissions } from './sender-permissions';
import { Targeting } from './targets';
import { deployedTopics } from './topics';
import type { DeclaredSources } from '../../sources/declared-sources';
import type { DeployedApp } from '../deployed-app';

/** The sources of an app, with a sentence for each setting that is unknown or not played. */
export interface DeployedSources extends DeclaredSources {
  readonly assumptions: readonly string[];
}

/** Deploys what brings events to the functions of an app, and what takes their records. */
export function deployedSources({ topology, texts, functions, stores, permissions }: DeployedApp, now: number): DeployedSources {
  const resources = new DeployedResources(topology, texts);
  const targeting = new Targeting(new SenderPermissions(topology), texts);
  const rules = deployedRules(topology, resources, targeting, texts);
  const unplayed: string[] = [];
  const mappings = deployedMappings(resources, functions, permissions, unplayed);
  const pipes = deployedPipes(resources, functions, permissions, unplayed);
  const sources: DeclaredSources = {
    queues: deployedQueues(resources, stores, [...mappings, ...pipes].map(({ queue }) => queue)),
    topics: deployedTopics(resources, targeting, stores),
    buses: deployedBuses(resources, rules, stores, texts.stackEnvironments),
    buckets: deployedBuckets(resources, targeting, stores),
    mappings,
    logGroups: deployedLogGroups(resources, targeting),
    iotRules: deployedIotRules(resources, targeting),
    pipes,
    schedules: [...scheduledRules(rules, now, unplayed), ...schedulerSchedules(resources, targeting, now, unplayed)],
  };
  return {
    ...sources,
    get assumptions() {
      return [...resources.unknowns, ...unplayed];
    },
  };
}
