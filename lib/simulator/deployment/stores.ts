import type { DeployedTexts } from './deployed-texts';
import { deployedArn, settled } from './settings';
import { parseDestinationArn } from '../../constraints/aws-lambda/destination-arn';
import type { StoreNode, Topology } from '../../topology';
import { SimulatedStores, type SimulatedFunctions, type SimulatedStore } from '../state';

/** The queues, topics, buses and buckets of an app, and the destinations that other apps declare. */
export function deployedStores(topology: Topology, texts: DeployedTexts, functions: SimulatedFunctions): SimulatedStores {
  const stores = new SimulatedStores();
  for (const kind of ['queue', 'topic', 'bus', 'bucket'] as const) {
    const nodes = { queue: topology.queues, topic: topology.topics, bus: topology.buses, bucket: topology.buckets }[kind];
    for (const node of nodes.values()) {
      stores.add(deployedStore(kind, node, texts));
    }
  }
  const named = [
    ...topology.configs.flatMap(({ onSuccess, onFailure }) => [onSuccess, onFailure]),
    ...[...topology.functions.values()].map(({ deadLetterQueue }) => deadLetterQueue),
  ];
  for (const target of named) {
    const arn = deployedArn(target, texts);
    if (arn === undefined || stores.get(arn) || functions.declaredAt(arn)) {
      continue;
    }
    const store = foreignStore(arn);
    if (store) {
      stores.add(store);
    }
  }
  return stores;
}

function deployedStore(kind: SimulatedStore['kind'], node: StoreNode, texts: DeployedTexts): SimulatedStore {
  const { key, logicalId, path } = node;
  const { account, region } = texts.environmentOf(key);
  return {
    kind,
    key,
    logicalId,
    path,
    account,
    region,
    arn: texts.of({ kind: 'reference', resource: key, attribute: 'Arn' })!,
    name: texts.of({ kind: 'reference', resource: key, attribute: 'Name' })!,
    fifo: settled(node.fifo, false),
    maximumMessageSize: settled<number | undefined>(node.maximumMessageSize, undefined),
  };
}

/** A destination that another app declares. */
function foreignStore(arn: string): SimulatedStore | undefined {
  const parsed = parseDestinationArn(arn);
  if (!parsed?.kind) {
    return undefined;
  }
  const { kind, account, region, fifo, resource } = parsed;
  return { kind, arn, account, region, fifo, name: resource.replace(/^(event-bus\/|function:)/, '') };
}
