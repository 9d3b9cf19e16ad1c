/** A value that the template spells out. */
export interface Literal<T = string> {
  readonly kind: 'literal';
  readonly value: T;
}

/** A value that only the deployment knows, or that is malformed. It is never compared. */
export interface Unknown {
  readonly kind: 'unknown';

  /** The reason as a clause, e.g. "parameter `Stage` has no default". */
  readonly reason: string;
}

/** An attribute of a resource that the app declares. */
export interface Reference {
  readonly kind: 'reference';

  /** The key of the resource in the topology. */
  readonly resource: string;

  /**
   * `Arn` for every attribute that yields the ARN (also `Ref` of a topic, alias or version),
   * `Name` for every attribute that yields the name (also `Ref` of a function, bucket or role),
   * `Version` for the number of a version; otherwise the attribute in the template.
   */
  readonly attribute: string;
}

/** The account, Region, partition or stack of a deployment, if the app does not fix it. */
export interface Pseudo {
  readonly kind: 'pseudo';

  /** E.g. `AWS::Region`. */
  readonly name: string;

  /** The stack whose deployment decides: for a nested stack, its outermost parent. */
  readonly stack: string;
}

/** One piece of a composed text. */
export type Part = string | Reference | Pseudo;

/** A text of several pieces, e.g. an ARN that ends in a reference. Two composed texts are equal if their pieces are. */
export interface Composed {
  readonly kind: 'composed';
  readonly parts: readonly Part[];
}

/** A text as far as it is known. */
export type Text = Literal | Reference | Composed | Unknown;

/** A number or boolean as far as it is known. A missing setting is `undefined`. */
export type Setting<T> = Literal<T> | Unknown;

/** The value of an expression: a text, a list of texts, or nothing (`AWS::NoValue`). */
export type Resolved = Text | { readonly kind: 'list'; readonly items: readonly Text[] } | { readonly kind: 'absent' };

/** `AWS::NoValue`. */
export const ABSENT = { kind: 'absent' } as const;

/** A longer text is an attack: no value in a template may be this long. */
const LONGEST = 20_000;

/** A known value. */
export function literal<T>(value: T): Literal<T> {
  return { kind: 'literal', value };
}

/** A value that stays unknown. */
export function unknown(reason: string): Unknown {
  return { kind: 'unknown', reason };
}

/** The simplest text with these parts. */
export function textOf(parts: readonly Part[]): Text {
  const merged: Part[] = [];
  let length = 0;
  let last: Part | undefined;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (part === '') {
      continue;
    }
    length += typeof part === 'string' ? part.length : 1;
    if (typeof part === 'string' && typeof last === 'string') {
      last += part;
      merged[merged.length - 1] = last;
    } else {
      last = part;
      merged.push(part);
    }
  }
  if (length > LONGEST) {
    return unknown(`it is longer than ${LONGEST} characters`);
  }
  if (last === undefined) {
    return literal('');
  }
  if (merged.length > 1) {
    return { kind: 'composed', parts: merged };
  }
  if (typeof last === 'string') {
    return literal(last);
  }
  return last.kind === 'reference' ? last : { kind: 'composed', parts: merged };
}

/** The pieces of a text; none if it is unknown. */
export function partsOf(text: Text): readonly Part[] {
  switch (text.kind) {
    case 'literal': return [text.value];
    case 'reference': return [text];
    case 'composed': return text.parts;
    case 'unknown': return [];
  }
}

/** Joins texts; unknown if one of them is. */
export function concatenated(texts: readonly Text[], separator = ''): Text {
  const parts: Part[] = [];
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index];
    if (index > 0 && separator !== '') {
      parts.push(separator);
    }
    switch (text.kind) {
      case 'literal': parts.push(text.value); break;
      case 'reference': parts.push(text); break;
      case 'composed': parts.push(...text.parts); break;
      case 'unknown': return text;
    }
  }
  return textOf(parts);
}

/** The spelling of a text, for people and as a key: `arn:aws:sqs:${AWS::Region}:…:${Stack.Queue.Name}`. */
export function rendered(text: Text): string {
  switch (text.kind) {
    case 'literal': return text.value;
    case 'reference': return renderedPart(text);
    case 'composed': return spelling(text);
    case 'unknown': return `unknown: ${text.reason}`;
  }
}

/** Cached, because one text is compared with many others. */
const SPELLINGS = new WeakMap<Composed, string>();

function spelling(text: Composed): string {
  let found = SPELLINGS.get(text);
  if (found === undefined) {
    found = '';
    for (const part of text.parts) {
      found += typeof part === 'string' ? part : renderedPart(part);
    }
    SPELLINGS.set(text, found);
  }
  return found;
}

function renderedPart(part: Exclude<Part, string>): string {
  return part.kind === 'pseudo' ? `\${${part.stack}.${part.name}}` : `\${${part.resource}.${part.attribute}}`;
}

/** The known value of a setting. */
export function known<T>(setting: Setting<T> | Text | undefined): T | undefined {
  return setting?.kind === 'literal' ? setting.value as T : undefined;
}

/** Whether two texts will be equal; `undefined` if only the deployment knows. */
export function sameText(left: Text, right: Text): boolean | undefined {
  if (left.kind === 'unknown' || right.kind === 'unknown') {
    return undefined;
  }
  if (areAlike(left, right)) {
    return true;
  }
  return left.kind === 'literal' && right.kind === 'literal' ? false : undefined;
}

/** Whether two known texts have the same spelling. */
export function areAlike(left: Exclude<Text, Unknown>, right: Exclude<Text, Unknown>): boolean {
  if (left === right) {
    return true;
  }
  if (left.kind === 'literal') {
    return right.kind === 'literal' && left.value === right.value;
  }
  const parts = partsOf(left);
  const others = partsOf(right);
  return parts.length === others.length && parts.every((part, index) => isSamePart(part, others[index]));
}

/** Whether two parts of a text are the same. */
export function isSamePart(left: Part, right: Part): boolean {
  if (typeof left === 'string' || typeof right === 'string') {
    return left === right;
  }
  if (left.kind === 'pseudo') {
    return right.kind === 'pseudo' && left.name === right.name && left.stack === right.stack;
  }
  return right.kind === 'reference' && left.resource === right.resource && left.attribute === right.attribute;
}
