import { areCloudFormation, isCloudFormation } from '../../explanation/cloudformation';
import type { Explanation } from '../../explanation/explanation';

/** The ways of events, as a flow chart. */
export function mermaid(explanations: readonly Explanation[]): string {
  const nodes = new Map<string, string>();
  const node = (name: string) => {
    if (!nodes.has(name)) {
      nodes.set(name, `n${nodes.size}`);
    }
    return nodes.get(name)!;
  };
  const edges = new Set<string>();
  for (const { function: fn, qualifier, callers, onSuccess, onFailure, deadLetterQueue, durable, consumers } of explanations) {
    const self = node(`${fn}:${qualifier}`);
    for (const caller of callers) {
      const { kind, from, by } = caller;
      // A record from another function is drawn at its sender.
      if (kind !== 'on-success' && kind !== 'on-failure') {
        const start = node(isCloudFormation(caller) ? 'CloudFormation' : from ?? by);
        edges.add(`${start} -->|${kind}| ${self}`);
        if (caller.sender?.deadLetterQueue) {
          edges.add(`${start} -.->|not accepted| ${node(caller.sender.deadLetterQueue)}`);
        }
      }
    }
    const end = (name: string | undefined) => name && node(isExplained(name) ? name : unqualified(name));
    if (onSuccess) {
      edges.add(`${self} -->|on success| ${end(onSuccess)}`);
    }
    if (onFailure) {
      edges.add(`${self} -.->|on failure| ${end(onFailure)}`);
    }
    if (deadLetterQueue) {
      edges.add(`${self} -.->|dead letter| ${end(deadLetterQueue)}`);
    }
    for (const { from, kind, to } of consumers) {
      edges.add(`${node(from)} -->|${kind}| ${end(to)}`);
    }
    if (!onFailure && !deadLetterQueue && !durable && !areCloudFormation(callers)) {
      edges.add(`${self} -.->|on failure| ${node('lost')}`);
    }
  }
  return ['flowchart LR', ...[...nodes].map(([name, id]) => `${id}["${escaped(name)}"]`), ...edges].join('\n  ') + '\n';

  function isExplained(name: string): boolean {
    return explanations.some(({ function: fn, qualifier }) => `${fn}:${qualifier}` === name);
  }

  /** A function without a qualifier is its `$LATEST`. */
  function unqualified(name: string): string {
    return isExplained(`${name}:$LATEST`) ? `${name}:$LATEST` : name;
  }
}

function escaped(name: string): string {
  return name.replace(/[#"<>&]/g, character => `#${character.charCodeAt(0)};`);
}
