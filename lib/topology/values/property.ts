import { intrinsicIn } from './intrinsic';
import { jsonDocument, substituted, type Substitutions } from './json-text';
import { literalText } from './literal-text';
import type { Resolver } from './resolver';
import { withTexts, type Tree } from './tree';
import { ABSENT, concatenated, literal, unknown, type Resolved, type Setting, type Text, type Unknown } from './value';
import { isObject, own } from '../assembly/json-walk';
import type { Stack } from '../assembly/stack';

/** The fields of an absent property. */
const NOTHING = {};

/** The macro that CloudFormation replaces by further properties. */
const MACRO = 'Fn::Transform';

/** The function that makes JSON of an object. */
const TO_JSON = 'Fn::ToJsonString';

/** A property of a resource, which distinguishes unknown from absent. An `Fn::If` is replaced by its branch. */
export class Property {
  /** A property as the template of a stack has it. */
  static of(resolver: Resolver, stack: Stack, raw: unknown, path = ''): Property {
    if (!isObject(raw)) {
      return new Property(resolver, stack, raw, path, undefined, raw === undefined ? NOTHING : undefined);
    }
    const intrinsic = intrinsicIn(raw);
    if (intrinsic === undefined) {
      return new Property(resolver, stack, raw, path, intrinsic, Object.hasOwn(raw, MACRO) ? undefined : raw);
    }
    if (intrinsic === 'Ref' && raw.Ref === 'AWS::NoValue') {
      return Property.of(resolver, stack, undefined, path);
    }
    if (intrinsic !== 'Fn::If') {
      return new Property(resolver, stack, raw, path, intrinsic);
    }
    const branch = resolver.branch(raw[intrinsic], stack);
    return 'reason' in branch ? new Property(resolver, stack, undefined, path, intrinsic, undefined, branch) : Property.of(resolver, stack, branch.raw, path);
  }

  private constructor(
    private readonly resolver: Resolver,
    private readonly stack: Stack,
    private readonly raw: unknown,

    /** The path in the template, e.g. `Targets[0].Arn`. */
    readonly path: string,

    /** The intrinsic function, if the value is a call. */
    private readonly intrinsic?: string,

    /** The fields, if the template has all of them. */
    private readonly fields?: Readonly<Record<string, unknown>>,
    private readonly reason?: Unknown,
  ) {}

  /** The property of that name. */
  get(name: string): Property {
    const { resolver, stack, raw, fields } = this;
    const path = this.pathTo(name);
    const reason = fields ? undefined : this.reason ?? this.opaque(name);
    return reason ? new Property(resolver, stack, undefined, path, undefined, undefined, reason) : Property.of(resolver, stack, own(raw, name), path);
  }

  /** Whether it is certainly absent. */
  get absent(): boolean {
    return this.reason === undefined && this.raw === undefined;
  }

  /** Whether there is or may be a property of that name. */
  has(name: string): boolean {
    const { fields } = this;
    const raw = fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
    return fields && !mayVanish(raw) ? raw !== undefined : !this.get(name).absent;
  }

  /** The reason why its fields or items are unknown. */
  get unknown(): Unknown | undefined {
    const { reason, intrinsic } = this;
    return reason ?? (intrinsic === undefined ? undefined : unknown(`\`${intrinsic}\` is known at deploy time only`));
  }

  /** The text of this property, or of the property of that name, or of a property within that one. */
  text(name?: string, inner?: string): Text | undefined {
    const { resolver, stack, fields } = this;
    if (name === undefined) {
      return textIn(this.resolved());
    }
    // Most properties are absent or a text, and need no object.
    if (fields && !Object.hasOwn(fields, name)) {
      return undefined;
    }
    if (inner !== undefined) {
      return this.get(name).text(inner);
    }
    if (!fields) {
      return textIn(this.get(name).resolved());
    }
    const raw = fields[name];
    return typeof raw === 'string' ? literalText(raw) : textIn(resolver.resolve(raw, stack));
  }

  /** A required text; unknown if it is missing. */
  required(name?: string): Text {
    return this.text(name) ?? unknown(`\`${this.pathTo(name)}\` is missing`);
  }

  /** The value as a number. */
  number(name?: string, inner?: string): Setting<number> | undefined {
    const text = this.text(name, inner);
    if (text === undefined || text.kind === 'unknown') {
      return text;
    }
    const value = text.kind === 'literal' && text.value.trim() !== '' ? Number(text.value) : NaN;
    return Number.isFinite(value) ? literal(value) : unknown(text.kind === 'literal' ? 'it is not a number' : 'it is known at deploy time only');
  }

  /** The value as true or false. */
  switch(name?: string): Setting<boolean> | undefined {
    const text = this.text(name);
    if (text === undefined || text.kind === 'unknown') {
      return text;
    }
    const value = text.kind === 'literal' ? { true: true, false: false }[text.value] : undefined;
    return value === undefined ? unknown('it is neither true nor false') : literal(value);
  }

  /** The value as a word of a closed set. */
  word(name?: string, inner?: string): Setting<string> | undefined {
    const text = this.text(name, inner);
    return text === undefined || text.kind === 'literal' || text.kind === 'unknown' ? text : unknown('it is known at deploy time only');
  }

  /** The items of this property, or of the property of that name. A single value counts as a list of one, and an unknown list as one unknown item. */
  items(name?: string): Property[] {
    const { raw, path, fields } = this;
    if (name !== undefined) {
      const list = fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
      return Array.isArray(list) ? this.itemsIn(list, this.pathTo(name)) : fields && list === undefined ? [] : this.get(name).items();
    }
    if (Array.isArray(raw)) {
      return this.itemsIn(raw, path);
    }
    return this.absent ? [] : [this];
  }

  private itemsIn(list: readonly unknown[], path: string): Property[] {
    return list.map((item, index) => Property.of(this.resolver, this.stack, item, `${path}[${index}]`)).filter(item => !item.absent);
  }

  /** The items of this property, or of the property of that name, as texts, also from an intrinsic function that yields a list. */
  texts(name?: string): Text[] {
    const { resolver, stack, fields } = this;
    if (name !== undefined && fields && !Object.hasOwn(fields, name)) {
      return [];
    }
    const raw = name === undefined ? this.raw : fields?.[name];
    if (Array.isArray(raw)) {
      return textsIn(resolver, stack, raw);
    }
    if (name !== undefined && (!fields || mayVanish(raw))) {
      return this.get(name).texts();
    }
    const resolved = name === undefined ? this.resolved() : resolver.resolve(raw, stack);
    if (resolved.kind === 'list') {
      return [...resolved.items];
    }
    return resolved.kind === 'absent' ? [] : [resolved];
  }

  /** The names of the entries of a map. */
  names(): string[] {
    const { raw, intrinsic } = this;
    return isObject(raw) && intrinsic === undefined ? Object.keys(raw).sort() : [];
  }

  /** The entries of a map, by name. */
  entries(): Array<[string, Property]> {
    return this.names().map(name => [name, this.get(name)]);
  }

  /** The value in any shape. */
  tree(): Tree | undefined {
    const { raw, intrinsic } = this;
    if (Array.isArray(raw)) {
      return { kind: 'list', items: this.items().flatMap(item => item.tree() ?? []) };
    }
    if (isObject(raw) && intrinsic === undefined) {
      return { kind: 'map', entries: new Map(this.entries().flatMap(([name, property]) => present(name, property.tree()))) };
    }
    const resolved = this.resolved();
    return resolved.kind === 'absent' ? undefined : resolved;
  }

  /**
   * The value as the service gets it after the deployment: numbers and booleans stay what they are.
   *
   * @param write spells a text out; undefined if it is unknown
   * @param open takes the path and reason of a part that is unknown, and therefore left out
   */
  plain(write: (text: Text) => string | undefined, open: (path: string, reason: string) => void): unknown {
    const { raw, intrinsic, path } = this;
    if (Array.isArray(raw)) {
      return this.items().map(item => item.plain(write, open)).filter(item => item !== undefined);
    }
    if (isObject(raw) && intrinsic === undefined && this.fields) {
      return Object.fromEntries(Object.keys(raw).map(name => [name, this.get(name).plain(write, open)]));
    }
    if (raw === null || typeof raw === 'number' || typeof raw === 'boolean') {
      return raw;
    }
    const resolved = this.unknownMacro ?? this.resolved();
    switch (resolved.kind) {
      case 'absent': return undefined;
      case 'list': return resolved.items.map(write).filter(item => item !== undefined);
      case 'unknown': open(path, resolved.reason); return undefined;
      default: return write(resolved);
    }
  }

  /**
   * The document that the property contains, as an object or as a text with JSON.
   *
   * @param substitutions texts that replace `${Name}`, as in the definition of a state machine
   */
  document(substitutions: Substitutions = new Map()): Tree | undefined {
    const { resolver, stack, raw, intrinsic } = this;
    if (this.reason || raw === undefined) {
      return this.reason;
    }
    const isText = intrinsic === undefined ? !isObject(raw) : intrinsic !== TO_JSON;
    if (isText) {
      return jsonDocument(resolver, raw, stack, substitutions);
    }
    const tree = (intrinsic === TO_JSON ? Property.of(resolver, stack, own(raw, TO_JSON)) : this).tree();
    return tree && withTexts(tree, text => concatenated(substituted(text, substitutions)));
  }

  /** The reason why an object with a macro is unknown. */
  private get unknownMacro(): Unknown | undefined {
    return isObject(this.raw) && this.intrinsic === undefined ? this.opaque('') : undefined;
  }

  /** The reason why a property of this value is unknown. */
  private opaque(name: string): Unknown | undefined {
    const { raw } = this;
    if (!isObject(raw)) {
      return unknown('it has the wrong type');
    }
    const intrinsic = this.intrinsic ?? (Object.hasOwn(raw, name) ? undefined : MACRO);
    return intrinsic === undefined ? undefined : unknown(`\`${intrinsic}\` is known at deploy time only`);
  }

  /** The path of a property of that name. */
  pathTo(name = ''): string {
    return name === '' || this.path === '' ? this.path + name : `${this.path}.${name}`;
  }

  private resolved(): Resolved {
    const { raw, reason } = this;
    if (reason) {
      return reason;
    }
    return raw === undefined ? ABSENT : this.resolver.resolve(raw, this.stack);
  }
}

/** Whether properties as a template has them have or may have one of that name: a quick test for names that few resources set. */
export function mayHave(raw: unknown, name: string): boolean {
  return raw !== undefined && (!isObject(raw) || Object.hasOwn(raw, name) || Object.hasOwn(raw, MACRO) || intrinsicIn(raw) !== undefined);
}

/** Whether a value may turn out to be another one, or none. All other calls yield a value. */
function mayVanish(raw: unknown): boolean {
  return isObject(raw) && (Object.hasOwn(raw, 'Fn::If') || raw.Ref === 'AWS::NoValue');
}

function textIn(resolved: Resolved): Text | undefined {
  if (resolved.kind === 'absent') {
    return undefined;
  }
  return resolved.kind === 'list' ? unknown('it is a list instead of a text') : resolved;
}

function textsIn(resolver: Resolver, stack: Stack, items: readonly unknown[]): Text[] {
  const texts: Text[] = [];
  for (const item of items) {
    const text = typeof item === 'string' ? literalText(item) : textIn(resolver.resolve(item, stack));
    if (text) {
      texts.push(text);
    }
  }
  return texts;
}

function present(name: string, tree: Tree | undefined): Array<[string, Tree]> {
  return tree === undefined ? [] : [[name, tree]];
}
