import { intrinsicOf, type Resolver } from './resolver';
import type { Tree } from './tree';
import { ABSENT, literal, unknown, type Resolved, type Setting, type Text, type Unknown } from './value';
import { isObject, own } from '../assembly/json-walk';
import type { Stack } from '../assembly/stack';

/** A property of a resource, which tells unknown from absent wherever it is asked. */
export class Property {
  /** What it calls, when it is a call of an intrinsic function. */
  private readonly intrinsic: string | undefined;

  constructor(
    private readonly resolver: Resolver,
    private readonly stack: Stack,
    private readonly raw: unknown,

    /** As the template spells it, e.g. `Targets[0].Arn`. */
    readonly path: string = '',
    private readonly reason?: Unknown,
  ) {
    this.intrinsic = intrinsicOf(raw);
  }

  /** The property of that name. */
  get(...names: string[]): Property {
    let current = this.plain();
    for (const name of names) current = current.child(name).plain();
    return current;
  }

  /** Whether the template leaves it out, for certain. */
  get absent(): boolean {
    return this.reason === undefined && this.raw === undefined;
  }

  /** Why it is unknown as an object or list. */
  get unknown(): Unknown | undefined {
    const { reason, intrinsic } = this.plain();
    return reason ?? (intrinsic === undefined ? undefined : unknown(`\`${intrinsic}\` is known at deploy time only`));
  }

  /** As a text. */
  text(): Text | undefined {
    const resolved = this.resolved();
    if (resolved.kind === 'absent') return undefined;
    return resolved.kind === 'list' ? unknown('it is a list where a text belongs') : resolved;
  }

  /** As a text without which the resource makes no sense. */
  required(): Text {
    return this.text() ?? unknown(`\`${this.path}\` is missing`);
  }

  /** As a number. */
  number(): Setting<number> | undefined {
    const text = this.text();
    if (text === undefined || text.kind === 'unknown') return text;
    const value = text.kind === 'literal' && text.value.trim() !== '' ? Number(text.value) : NaN;
    return Number.isFinite(value) ? literal(value) : unknown(text.kind === 'literal' ? 'it is no number' : 'it is known at deploy time only');
  }

  /** As a switch. */
  switch(): Setting<boolean> | undefined {
    const text = this.text();
    if (text === undefined || text.kind === 'unknown') return text;
    const value = text.kind === 'literal' ? { true: true, false: false }[text.value] : undefined;
    return value === undefined ? unknown('it is neither true nor false') : literal(value);
  }

  /** As a word of a closed set. */
  word(): Setting<string> | undefined {
    const text = this.text();
    return text === undefined || text.kind === 'literal' || text.kind === 'unknown' ? text : unknown('it is known at deploy time only');
  }

  /** As a list; a single value stands for a list of one, and an unknown list for one unknown item. */
  items(): Property[] {
    const { raw, reason, path } = this.plain();
    if (reason) return [new Property(this.resolver, this.stack, undefined, path, reason)];
    if (raw === undefined) return [];
    if (!Array.isArray(raw)) return [this.plain()];
    return raw.map((item, index) => new Property(this.resolver, this.stack, item, `${path}[${index}]`).plain()).filter(item => !item.absent);
  }

  /** As a list of texts, also where an intrinsic function yields the list. */
  texts(): Text[] {
    const { raw } = this.plain();
    if (!Array.isArray(raw)) {
      const resolved = this.resolved();
      if (resolved.kind === 'list') return [...resolved.items];
      return resolved.kind === 'absent' ? [] : [resolved];
    }
    return this.items().map(item => item.required());
  }

  /** As a map, by name. */
  entries(): Array<[string, Property]> {
    const { raw, intrinsic } = this.plain();
    return isObject(raw) && intrinsic === undefined ? Object.keys(raw).sort().map(name => [name, this.get(name)]) : [];
  }

  /** Whatever its shape. */
  tree(): Tree | undefined {
    const { raw, intrinsic } = this.plain();
    if (Array.isArray(raw)) return { kind: 'list', items: this.items().flatMap(item => item.tree() ?? []) };
    if (isObject(raw) && intrinsic === undefined) {
      return { kind: 'map', entries: new Map(this.entries().flatMap(([name, property]) => present(name, property.tree()))) };
    }
    const resolved = this.resolved();
    return resolved.kind === 'absent' ? undefined : resolved;
  }

  private child(name: string): Property {
    const path = this.path === '' ? name : `${this.path}.${name}`;
    return new Property(this.resolver, this.stack, own(this.raw, name), path, this.reason ?? this.opaque(name));
  }

  /** Why a property of this object is not what stands there, or not there. */
  private opaque(name: string): Unknown | undefined {
    if (this.raw === undefined) return undefined;
    if (!isObject(this.raw)) return unknown('it has the wrong type');
    const intrinsic = this.intrinsic ?? (Object.hasOwn(this.raw, 'Fn::Transform') && !Object.hasOwn(this.raw, name) ? 'Fn::Transform' : undefined);
    return intrinsic === undefined ? undefined : unknown(`\`${intrinsic}\` is known at deploy time only`);
  }

  private resolved(): Resolved {
    const { raw, reason } = this.plain();
    if (reason) return reason;
    return raw === undefined ? ABSENT : this.resolver.resolve(raw, this.stack);
  }

  /** Itself, or the branch of an `Fn::If` that counts. */
  private plain(): Property {
    if (this.reason) return this;
    switch (this.intrinsic) {
      case 'Ref': return own(this.raw, 'Ref') === 'AWS::NoValue' ? this.with(undefined) : this;
      case 'Fn::If': {
        const branch = this.resolver.branch(own(this.raw, 'Fn::If'), this.stack);
        return 'reason' in branch ? this.with(undefined, branch) : this.with(branch.raw).plain();
      }
      default: return this;
    }
  }

  private with(raw: unknown, reason?: Unknown): Property {
    return new Property(this.resolver, this.stack, raw, this.path, reason);
  }
}

function present(name: string, tree: Tree | undefined): Array<[string, Tree]> {
  return tree === undefined ? [] : [[name, tree]];
}
