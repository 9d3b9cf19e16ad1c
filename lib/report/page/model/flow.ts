import type { App, AppFunction } from './app';
import type { Fate } from './fate';
import type { Caller } from '../../../explanation/caller';
import { areCloudFormation, isCloudFormation } from '../../../explanation/cloudformation';
import { pathOf, type Topology } from '../../../topology';
import { CALLER_WORDS } from '../../caller-words';

/** Something that events come from, pass or end in. */
export interface FlowNode {
  readonly id: string;
  readonly kind: 'caller' | 'function' | 'store' | 'other' | 'lost';
  readonly name: string;

  /** A second line, e.g. the qualifier. */
  readonly detail: string;

  /** Present for functions that the page explains. */
  readonly function?: AppFunction;
}

/** A way of events between two nodes. */
export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'call' | 'success' | 'failure' | 'lost';
  readonly label: string;
}

/** The ways of all events of an app. */
export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

const STORE = /^(queue|topic|bus|bucket) (.*)$/s;

/** The ways of the events of some functions. */
export function flowOf(topology: Topology, functions: readonly AppFunction[], fates: ReadonlyMap<string, Fate>): Flow {
  const nodes = new Map<string, FlowNode>();
  const edges = new Map<string, FlowEdge>();
  const explained = new Map(functions.map(fn => [fn.id, fn]));
  const paths = new Set([...topology.functions.keys()].map(key => pathOf(topology, key)));
  const add = (node: FlowNode) => {
    if (!nodes.has(node.id)) {
      nodes.set(node.id, node);
    }
    return node.id;
  };
  const connect = (edge: FlowEdge) => edges.set(`${edge.from}\n${edge.to}\n${edge.kind}\n${edge.label}`, edge);
  const place = (name: string): string => {
    // A function without a qualifier is its `$LATEST`.
    const fn = explained.get(name) ?? explained.get(`${name}:$LATEST`);
    if (fn) {
      return add(functionNode(fn));
    }
    const [, kind, rest] = STORE.exec(name) ?? [];
    return add(kind ? { id: name, kind: 'store', name: rest, detail: kind } : { id: name, kind: 'other', name, detail: paths.has(name) ? 'function' : name.startsWith('unknown, because') ? 'unknown' : 'outside the app' });
  };
  for (const fn of functions) {
    const self = add(functionNode(fn));
    const { callers, onSuccess, onFailure, deadLetterQueue, consumers } = fn.explained;
    for (const caller of callers.filter(({ kind }) => kind !== 'on-success' && kind !== 'on-failure')) {
      const start = add(callerNode(caller, explained));
      connect({ from: start, to: self, kind: 'call', label: caller.enabled === false ? `${CALLER_WORDS[caller.kind]}, off` : CALLER_WORDS[caller.kind] });
      if (caller.sender?.deadLetterQueue) {
        connect({ from: start, to: place(caller.sender.deadLetterQueue), kind: 'failure', label: 'not accepted' });
      }
    }
    if (onSuccess) {
      connect({ from: self, to: place(onSuccess), kind: 'success', label: 'on success' });
    }
    if (onFailure) {
      connect({ from: self, to: place(onFailure), kind: 'failure', label: 'on failure' });
    }
    if (deadLetterQueue) {
      connect({ from: self, to: place(deadLetterQueue), kind: 'failure', label: 'dead letter' });
    }
    for (const { from, kind, to } of consumers) {
      connect({ from: place(from), to: place(to), kind: 'call', label: kind === 'event-source-mapping' ? 'polled' : CALLER_WORDS[kind] });
    }
    if (fates.get(fn.id)?.kind === 'lost' && !areCloudFormation(callers)) {
      connect({ from: self, to: add({ id: `lost\n${fn.id}`, kind: 'lost', name: 'lost', detail: 'nothing keeps the event' }), kind: 'lost', label: 'on failure' });
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()].filter(({ from, to }) => from !== to) };
}

function functionNode(fn: AppFunction): FlowNode {
  return { id: fn.id, kind: 'function', name: fn.explained.function, detail: fn.explained.qualifier, function: fn };
}

/** A caller, or the store that it takes events from, which other ways may lead to. */
function callerNode(caller: Caller, explained: ReadonlyMap<string, AppFunction>): FlowNode {
  if (isCloudFormation(caller)) {
    return { id: 'CloudFormation', kind: 'caller', name: 'CloudFormation', detail: 'custom resources' };
  }
  const { from, by, kind } = caller;
  const [, storeKind, rest] = STORE.exec(from ?? '') ?? [];
  if (from !== undefined && storeKind) {
    return { id: from, kind: 'store', name: rest, detail: storeKind };
  }
  const fn = from === undefined ? undefined : explained.get(from);
  return fn ? functionNode(fn) : { id: from ?? by, kind: 'caller', name: from ?? by, detail: CALLER_WORDS[kind] };
}

/** The app's functions to draw: what only CloudFormation calls comes with them only if it is all there is. */
export function drawn({ functions }: App): AppFunction[] {
  const others = functions.filter(({ explained: { callers } }) => !areCloudFormation(callers));
  return others.length > 0 ? others : [...functions];
}
