import type { App } from './assembly/app';
import { customResources } from './custom-resources';
import { keepProperties } from './declared-resources';
import { aliases } from './functions/aliases';
import { deployTimeConfigs } from './functions/deploy-time-configs';
import { eventInvokeConfigs } from './functions/event-invoke-configs';
import { functions } from './functions/functions';
import { permissions } from './functions/permissions';
import { qualifiedFunctions } from './functions/qualified-functions';
import { versions } from './functions/versions';
import { alarms } from './monitoring/alarms';
import { parameters } from './parameters';
import { identityPolicies } from './policies/identity-policies';
import { keys, resourcePolicies } from './policies/resource-policies';
import { roles } from './policies/roles';
import { Reader } from './reader';
import { alarmActions } from './sources/alarm-actions';
import { apiMethods } from './sources/api-methods';
import { appsyncResolvers } from './sources/appsync-resolvers';
import { codeCommitTriggers } from './sources/codecommit-triggers';
import { configRules } from './sources/config-rules';
import { deployTimeInvocations } from './sources/deploy-time-invocations';
import { destinations } from './sources/destinations';
import { eventRules } from './sources/event-rules';
import { eventSourceMappings } from './sources/event-source-mappings';
import { iotEvents } from './sources/iot-events';
import { iotRules } from './sources/iot-rules';
import { logSubscriptions } from './sources/log-subscriptions';
import { openApi } from './sources/open-api';
import { pipelineActions } from './sources/pipeline-actions';
import { pipes, synchronousPipes } from './sources/pipes';
import { s3Events } from './sources/s3-events';
import { s3Notifications } from './sources/s3-notifications';
import { schedules } from './sources/schedules';
import { sesReceiptRules } from './sources/ses-receipt-rules';
import { snsSubscriptions } from './sources/sns-subscriptions';
import { stateMachines } from './sources/state-machines';
import { triggers } from './sources/triggers';
import { stacks } from './stacks';
import { EncryptionKeys } from './stores/encryption-key';
import { resourceNodes } from './stores/resources';
import { buckets, buses, queues, topics } from './stores/stores';
import type { Topology } from './topology';

const SOURCES = [
  s3Notifications, s3Events, snsSubscriptions, eventRules, schedules, pipes, logSubscriptions, alarmActions,
  iotRules, sesReceiptRules, codeCommitTriggers, configRules,
  stateMachines, apiMethods, openApi, pipelineActions, appsyncResolvers, iotEvents, triggers, deployTimeInvocations,
];

/** Builds the topology of an app from its parsed stacks. */
export function topologyOf(app: App): Topology {
  const reader = new Reader(app);
  const functionNodes = functions(reader);
  const configs = [...eventInvokeConfigs(reader), ...deployTimeConfigs(reader)];
  const all = [
    ...SOURCES.flatMap(read => read(reader)),
    ...destinations(configs, functionNodes),
  ];
  const policies = resourcePolicies(reader);
  const identities = identityPolicies(reader);
  const encryptionKeys = new EncryptionKeys(reader);
  const declared = { functions: byKey(functionNodes), versions: byKey(versions(reader)), aliases: byKey(aliases(reader)), configs };
  const invocations = all.filter(({ to }) => to.kind === 'function');
  const topology: Topology = {
    stacks: new Map(stacks(reader).map(stack => [stack.id, stack])),
    parameters: parameters(app),
    resources: byKey(resourceNodes(reader)),
    ...declared,
    invocations,
    deliveries: all.filter(({ to }) => to.kind !== 'function'),
    eventSources: [...eventSourceMappings(reader), ...synchronousPipes(reader)],
    permissions: permissions(reader),
    alarms: byKey(alarms(reader)),
    customResources: byKey(customResources(reader)),
    queues: byKey(queues(reader, encryptionKeys, policies)),
    topics: byKey(topics(reader, encryptionKeys, policies)),
    buses: byKey(buses(reader, encryptionKeys, policies)),
    buckets: byKey(buckets(reader, encryptionKeys, policies)),
    keys: byKey(keys(reader)),
    roles: byKey(roles(reader, identities)),
    identityStatements: [...identities.values()].flat(),
    qualifiedFunctions: qualifiedFunctions({ ...declared, invocations }),
  };
  keepProperties(topology, type => reader.all(type));
  return topology;
}

function byKey<T extends { readonly key: string }>(nodes: readonly T[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const node of nodes) {
    map.set(node.key, node);
  }
  return map;
}
