import { then, type State, type StateGroup } from './states';

/** Items of a batch: the records that one run of a planner reads, and the events that one child of a run sends. */
const BATCH = {
  MaxItemsPerBatch: 250,

  /** The input of a child has at most 256 KiB, what is around the items included. */
  MaxInputBytesPerBatch: 200_000,
};

/** A map whose children are executions of their own. */
export interface DistributedMapOptions {
  /** Name in the ARN of the map run. */
  readonly label: string;

  /** Source of the items: an object or a listing. Otherwise, `itemsPath` is one. */
  readonly reader?: State;
  readonly itemsPath?: string;

  /** What is kept of each item; absent for all of it. */
  readonly selector?: State;

  /** What a child gets beside its batch of items; absent if it gets one item. */
  readonly batchInput?: State;
  readonly processor: StateGroup;

  /** The other settings, e.g. how many children may fail. */
  readonly settings?: State;
  readonly next?: string;
}

/** A Distributed Map that leaves the input as it is. */
export function distributedMap(options: DistributedMapOptions): State {
  return {
    Type: 'Map',
    Label: options.label,
    ...options.reader ? { ItemReader: options.reader } : { ItemsPath: options.itemsPath },
    ...options.selector ? { ItemSelector: options.selector } : {},
    ...options.batchInput ? { ItemBatcher: { ...BATCH, BatchInput: options.batchInput } } : {},
    ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...options.processor },
    ...options.settings,
    ResultPath: null,
    ...then(options.next),
  };
}

/** A map within its execution that leaves the input as it is. */
export function inlineMap(options: { itemsPath: string; selector: State; concurrency: number; processor: StateGroup; next?: string }): State {
  return {
    Type: 'Map',
    ItemsPath: options.itemsPath,
    ItemSelector: options.selector,
    MaxConcurrency: options.concurrency,
    ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...options.processor },
    ResultPath: null,
    ...then(options.next),
  };
}
