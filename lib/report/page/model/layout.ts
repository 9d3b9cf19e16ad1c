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

/** A part in columns: what leads to functions, the functions, and what comes after them. */
function inColumns({ nodes, edges }: Flow): Drawing {
  const column = new Map(nodes.map(({ id, kind }) => [id, kind === 'function' ? 1 : kind === 'caller' ? 0 : 2]));
  const targets = new Set(edges.map(({ to }) => to));
  const heights = [0, 0, 0];
  const placed = new Map(nodes.map(node => {
    const index = column.get(node.id) === 2 && !targets.has(node.id) ? 0 : column.get(node.id)!;
    const y = heights[index];
    heights[index] += NODE.height + 16;
    return [node.id, { ...node, ...sizeOf(node), x: index * (NODE.width + 160), y }];
  }));
  const height = Math.max(...heights);
  // A short column is next to the middle of the others.
  const centred = new Map([...placed].map(([id, node]) => {
    const index = Math.round(node.x / (NODE.width + 160));
    return [id, { ...node, y: (node.y + NODE.height / 2) * height / heights[index] - NODE.height / 2 }];
  }));
  return {
    nodes: [...centred.values()],
    edges: edges.map(edge => {
      const [from, to] = [centred.get(edge.from)!, centred.get(edge.to)!];
      return { ...edge, points: [{ x: from.x + from.width, y: from.y + from.height / 2 }, { x: to.x, y: to.y + to.height / 2 }] };
    }),
    width: 3 * NODE.width + 2 * 160,
    height,
  };
}
