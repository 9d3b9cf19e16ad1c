import { isAlias, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import { plainValue } from './scalar';
import { called, longForm } from './short-form';
import { SyntaxProblem } from './syntax';

/** A template of 1 MB has far fewer values: more come from aliases of aliases. */
const MOST_VALUES = 1_000_000;

const STANDARD = 'tag:yaml.org,2002:';

/** The standard tags that CloudFormation knows. */
const KNOWN_TAGS = ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map(name => STANDARD + name);

/** The key that merges the entries of other maps. */
const MERGE = '<<';

/** An entry of a map. */
export interface Entry {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

/** The values of the nodes of a document. */
export class Values {
  /** The keys that a map repeats, with their offsets. */
  readonly repeated: Array<{ readonly key: string; readonly offset: number }> = [];
  private readonly anchors = new Map<string, ParsedNode>();
  private readonly aliases = new Map<ParsedNode, ParsedNode>();
  private readonly found = new Map<ParsedNode, { readonly value: unknown; readonly size: number }>();
  private readonly open = new Set<ParsedNode>();
  private size = 0;

  /**
   * The value of a node. An alias has the same value as its anchor.
   *
   * @throws SyntaxProblem
   */
  of(node: ParsedNode | null): unknown {
    this.grow(1, node);
    if (node === null) {
      return null;
    }
    if (isAlias(node)) {
      return this.aliased(node);
    }
    const before = this.size;
    if (node.anchor !== undefined) {
      this.anchors.set(node.anchor, node);
      this.open.add(node);
    }
    const value = this.tagged(node);
    if (node.anchor !== undefined) {
      this.open.delete(node);
      this.found.set(node, { value, size: this.size - before });
    }
    return value;
  }

  /** The node that an alias stands for; any other node itself. */
  target(node: ParsedNode): ParsedNode {
    return this.aliases.get(node) ?? node;
  }

  private aliased(node: ParsedNode & { readonly source: string }): unknown {
    const anchored = this.anchors.get(node.source);
    if (!anchored) {
      throw new SyntaxProblem(`the alias \`*${node.source}\` has no anchor before it`, node.range[0]);
    }
    if (this.open.has(anchored)) {
      throw new SyntaxProblem(`the alias \`*${node.source}\` stands within its own anchor`, node.range[0]);
    }
    const { value, size } = this.found.get(anchored)!;
    this.grow(size, node);
    this.aliases.set(node, anchored);
    return value;
  }

  private tagged(node: Exclude<ParsedNode, { source: string; anchor?: never }>): unknown {
    const { tag } = node as { tag?: string };
    const name = tag === undefined ? undefined : longForm(tag);
    if (name !== undefined) {
      return called(name, isScalar(node) ? node.value : this.collection(node));
    }
    // The library gives collections the standard tag of their kind.
    if (tag !== undefined && tag !== '!' && !KNOWN_TAGS.includes(tag)) {
      throw new SyntaxProblem(`\`${tag.replace(STANDARD, '!!')}\` is not a short form that CloudFormation knows`, node.range[0]);
    }
    if (!isScalar(node)) {
      return this.collection(node);
    }
    const isText = node.type !== 'PLAIN' || tag === '!' || tag === `${STANDARD}str`;
    return isText ? node.value : plainValue(String(node.value));
  }

  private collection(node: ParsedNode): unknown {
    if (isSeq<ParsedNode>(node)) {
      return node.items.map(item => this.of(item));
    }
    return this.map(node as unknown as YAMLMap<ParsedNode, ParsedNode | null>);
  }

  private map(node: YAMLMap<ParsedNode, ParsedNode | null>): object {
    const own = new Map<string, unknown>();
    const merged = new Map<string, unknown>();
    for (const { key, value } of node.items) {
      const name = keyOf(key);
      if (isMerge(key)) {
        this.merge(merged, value);
        continue;
      }
      if (own.has(name)) {
        this.repeated.push({ key: name, offset: key.range[0] });
      }
      own.set(name, this.of(value));
    }
    return Object.fromEntries([...[...merged].filter(([name]) => !own.has(name)), ...own]);
  }

  /** The first of several maps wins. */
  private merge(merged: Map<string, unknown>, node: ParsedNode | null): void {
    const value = this.of(node);
    for (const source of Array.isArray(value) ? value : [value]) {
      if (typeof source !== 'object' || source === null || Array.isArray(source)) {
        throw new SyntaxProblem('`<<` must merge maps', node?.range[0] ?? 0);
      }
      for (const [name, item] of Object.entries(source)) {
        if (!merged.has(name)) {
          merged.set(name, item);
        }
      }
    }
  }

  private grow(values: number, node: ParsedNode | null): void {
    this.size += values;
    if (this.size > MOST_VALUES) {
      throw new SyntaxProblem(`it stands for more than ${MOST_VALUES} values, aliases included`, node?.range[0] ?? 0);
    }
  }
}

/** Whether a key merges other maps: it does unless it is quoted. */
export function isMerge(key: ParsedNode): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.value === MERGE;
}

/**
 * The text of a key: a number or `on` is a key as it is written.
 *
 * @throws SyntaxProblem
 */
export function keyOf(key: ParsedNode): string {
  if (!isScalar(key)) {
    throw new SyntaxProblem('a key must be a text', key.range[0]);
  }
  return String(key.value);
}

