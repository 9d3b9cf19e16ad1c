// @ts-expect-error The package has a file for `require`, too, but types for modules only.
import { graphlib, layout as dagre } from '@dagrejs/dagre';
import type { Flow, FlowEdge, FlowNode } from './flow';

/** A node with the place of its upper left corner. */
export interface PlacedNode extends FlowNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An edge with the points of its line. */
export interface PlacedEdge extends FlowEdge {
  readonly points: ReadonlyArray<{ readonly x: number; readonly y: number }>;
}

/** A drawing of ways. */
export interface Drawing {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
}

const NODE = { width: 212, height: 46 } as const;
const LOST = { width: 92, height: 46 } as const;
const MARGIN = 20;

/** In larger parts, the best order takes too long. */
const LARGE = 150;

/** Draws ways from left to right, one connected part below the other: those first that lose events, then the largest. */
export function drawingOf({ nodes, edges }: Flow): Drawing {
  const placed: PlacedNode[] = [];
  const lines: PlacedEdge[] = [];
  let width = 0;
  let top = MARGIN;
  for (const part of partsOf(nodes, edges)) {
    const drawn = part.nodes.length > LARGE ? inColumns(part) : byDagre(part);
    placed.push(...drawn.nodes.map(node => ({ ...node, x: node.x + MARGIN, y: node.y + top })));
    lines.push(...drawn.edges.map(edge => ({ ...edge, points: edge.points.map(({ x, y }) => ({ x: x + MARGIN, y: y + top })) })));
    width = Math.max(width, drawn.width);
    top += drawn.height + MARGIN;
  }
  return { nodes: placed, edges: lines, width: width + 2 * MARGIN, height: top };
}

/** The connected parts. */
function partsOf(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): Flow[] {
  const leaders = new Map(nodes.map(({ id }) => [id, id]));
  const leader = (id: string): string => {
    let found = id;
    while (leaders.get(found) !== found) {
      found = leaders.get(found)!;
    }
    leaders.set(id, found);
    return found;
  };
  for (const { from, to } of edges) {
    leaders.set(leader(from), leader(to));
  }
  const parts = new Map<string, { nodes: FlowNode[]; edges: FlowEdge[] }>();
  for (const node of nodes) {
    const key = leader(node.id);
    parts.set(key, parts.get(key) ?? { nodes: [], edges: [] });
    parts.get(key)!.nodes.push(node);
  }
  edges.forEach(edge => parts.get(leader(edge.from))!.edges.push(edge));
  const rank = (part: Flow) => part.nodes.some(({ kind }) => kind === 'lost') ? 0 : 1;
  return [...parts.values()].sort((a, b) => rank(a) - rank(b) || b.nodes.length - a.nodes.length);
}

function sizeOf({ kind }: FlowNode) {
  return kind === 'lost' ? LOST : NODE;
}

function byDagre({ nodes, edges }: Flow): Drawing {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 84, marginx: 0, marginy: 0 });
  nodes.forEach(node => graph.setNode(node.id, { ...sizeOf(node) }));
  edges.forEach((edge, index) => graph.setEdge(edge.from, edge.to, { width: 10, height: 10 }, String(index)));
  dagre(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    nodes: nodes.map(node => {
      const { x, y, width: wide, height: high } = graph.node(node.id) as { x: number; y: number; width: number; height: number };
      return { ...node, x: x - wide / 2, y: y - high / 2, width: wide, height: high };
    }),
    edges: edges.map((edge, index) => ({ ...edge, points: (graph.edge({ v: edge.from, w: edge.to, name: String(index) }) as { points: PlacedEdge['points'] }).points })),
    width,
    height,
  };
}

/** The gap between two columns, and between two boxes of one. */
const GAP = { x: 110, y: 16 } as const;

/**
 * A part in five columns: what many functions share, what one function has for itself, the functions, and the same again.
 * A function has as many rows as the longer of its sides.
 */
function inColumns({ nodes, edges }: Flow): Drawing {
  const functions = new Set(nodes.filter(node => node.kind === 'function').map(({ id }) => id));
  const before = ownOf(edges.map(({ from, to }) => [to, from] as const), functions);
  const after = ownOf(edges.map(({ from, to }) => [from, to] as const), functions);
  const places = new Map<string, { readonly column: number; readonly row: number }>();
  let rows = 0;
  const rank = (id: string) => edges.some(({ from, kind }) => from === id && kind === 'lost') ? 0 : 1;
  for (const fn of [...functions].sort((a, b) => rank(a) - rank(b))) {
    const [left, right] = [before.get(fn) ?? [], after.get(fn) ?? []].map(own => own.filter(id => !places.has(id)));
    places.set(fn, { column: 2, row: rows });
    left.forEach((id, index) => places.set(id, { column: 1, row: rows + index }));
    right.forEach((id, index) => places.set(id, { column: 3, row: rows + index }));
    rows += Math.max(left.length, right.length, 1);
  }
  const others = nodes.filter(({ id }) => !places.has(id));
  const starts = new Set(edges.filter(({ to }) => functions.has(to)).map(({ from }) => from));
  for (const [column, shared] of [[0, others.filter(({ id }) => starts.has(id))], [4, others.filter(({ id }) => !starts.has(id))]] as const) {
    rows = Math.max(rows, shared.length);
    shared.forEach(({ id }, index) => places.set(id, { column, row: (index + 0.5) * rows / shared.length - 0.5 }));
  }
  const columns = [...new Set([...places.values()].map(({ column }) => column))].sort((a, b) => a - b);
  const placed = new Map(nodes.map(node => {
    const { column, row } = places.get(node.id)!;
    return [node.id, { ...node, ...sizeOf(node), x: columns.indexOf(column) * (NODE.width + GAP.x), y: row * (NODE.height + GAP.y) }];
  }));
  return {
    nodes: [...placed.values()],
    edges: edges.map(edge => ({ ...edge, points: between(placed.get(edge.from)!, placed.get(edge.to)!) })),
    width: columns.length * NODE.width + (columns.length - 1) * GAP.x,
    height: rows * (NODE.height + GAP.y),
  };
}

/** The nodes that only one function is connected with, by that function. */
function ownOf(pairs: ReadonlyArray<readonly [string, string]>, functions: ReadonlySet<string>): Map<string, string[]> {
  const owners = new Map<string, Set<string>>();
  for (const [one, other] of pairs) {
    owners.set(other, (owners.get(other) ?? new Set()).add(one));
  }
  const own = new Map<string, string[]>();
  for (const [id, [owner, ...more]] of owners) {
    if (more.length === 0 && functions.has(owner) && !functions.has(id)) {
      own.set(owner, [...own.get(owner) ?? [], id]);
    }
  }
  return own;
}

function between(from: PlacedNode, to: PlacedNode): PlacedEdge['points'] {
  const [start, end] = from.x <= to.x ? [from.x + from.width, to.x] : [from.x, to.x + to.width];
  const [first, last] = [{ x: start, y: from.y + from.height / 2 }, { x: end, y: to.y + to.height / 2 }];
  return [first, { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 }, last];
}
