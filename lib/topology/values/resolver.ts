import { conditionHolds } from './condition';
import { exportsOf, imported, stackOutput } from './cross-stack';
import type { Evaluator } from './evaluator';
import { intrinsicIn } from './intrinsic';
import { findInMap, joined, selected, split, substituted } from './intrinsic-functions';
import { jsonString, length } from './language-extensions';
import { literalText } from './literal-text';
import { getAtt, ref } from './reference';
import { ABSENT, literal, unknown, type Resolved, type Text, type Unknown } from './value';
import type { App, Offer } from '../assembly/app';
import type { Stack } from '../assembly/stack';

/** More nested calls are a loop, or an attack. */
const DEEPEST = 400;
const TOO_DEEP = unknown(`its references go more than ${DEEPEST} levels deep`);

const INTRINSIC: ReadonlyMap<string, (resolver: Resolver, argument: unknown, stack: Stack) => Resolved> = new Map(Object.entries({
  'Ref': ref,
  'Fn::GetAtt': getAtt,
  'Fn::Join': joined,
  'Fn::Sub': substituted,
  'Fn::Select': selected,
  'Fn::Split': split,
  'Fn::FindInMap': findInMap,
  'Fn::If': (resolver: Resolver, argument: unknown, stack: Stack) => {
    const branch = resolver.branch(argument, stack);
    return 'reason' in branch ? branch : resolver.resolve(branch.raw, stack);
  },
  'Fn::ImportValue': imported,
  'Fn::GetStackOutput': stackOutput,
  'Fn::Length': length,
  'Fn::ToJsonString': jsonString,
}));

/** Evaluates the expressions of an app. */
export class Resolver implements Evaluator {
  /** The ARNs of declared resources, by key, as far as they are known. */
  readonly arns = new Map<string, Text>();

  /** ARNs taken apart once: all references to a resource yield the same text. */
  readonly fields = new Map<Text, readonly Text[]>();
  private readonly memo = new Map<string, Resolved>();
  private offers?: Map<string, Offer[]>;
  private depth = 0;

  constructor(readonly app: App) {}

  /** Yields the value of an expression in its stack. */
  resolve(raw: unknown, stack: Stack): Resolved {
    if (typeof raw === 'string') {
      return literalText(raw);
    }
    if (typeof raw === 'number' || typeof raw === 'boolean') {
      return literal(String(raw));
    }
    if (raw === undefined) {
      return ABSENT;
    }
    if (this.depth >= DEEPEST) {
      return TOO_DEEP;
    }
    // Without `deeper`, whose closure each reference would pay for. Nothing catches errors on the way, so the depth needs no `finally`.
    this.depth += 1;
    const resolved = this.evaluate(raw, stack);
    this.depth -= 1;
    return resolved;
  }

  /** Evaluates one level deeper; beyond the limit, the result is unknown. */
  deeper<T>(evaluate: () => T): T | Unknown {
    if (this.depth >= DEEPEST) {
      return TOO_DEEP;
    }
    this.depth += 1;
    try {
      return evaluate();
    } finally {
      this.depth -= 1;
    }
  }

  /** The exports of all stacks by name. */
  exports(): Map<string, Offer[]> {
    // Set before it is filled, because the name of an export may itself be imported.
    if (!this.offers) {
      this.offers = new Map();
      this.offers = exportsOf(this);
    }
    return this.offers;
  }

  /** Yields the value of an expression that must be a text. */
  text(raw: unknown, stack: Stack): Text {
    const resolved = this.resolve(raw, stack);
    if (resolved.kind === 'list') {
      return unknown('it is a list instead of a text');
    }
    return resolved.kind === 'absent' ? unknown('it is missing') : resolved;
  }

  /** Evaluates a parameter or output once; one that refers to itself is unknown. */
  once(key: string, evaluate: () => Resolved): Resolved {
    const found = this.memo.get(key);
    if (found) {
      return found;
    }
    this.memo.set(key, unknown('it refers to itself'));
    const resolved = evaluate();
    this.memo.set(key, resolved);
    return resolved;
  }

  /** The branch of an `Fn::If`. */
  branch(argument: unknown, stack: Stack): { raw: unknown } | Unknown {
    if (!Array.isArray(argument) || argument.length !== 3) {
      return unknown('an `Fn::If` needs a condition and two values');
    }
    const [name, then, otherwise] = argument;
    const holds = conditionHolds(this, name, stack);
    return typeof holds === 'boolean' ? { raw: holds ? then : otherwise } : holds;
  }

  private evaluate(raw: unknown, stack: Stack): Resolved {
    if (Array.isArray(raw)) {
      return { kind: 'list', items: raw.map(item => this.text(item, stack)) };
    }
    const name = typeof raw === 'object' && raw !== null ? intrinsicIn(raw) : undefined;
    const intrinsic = name === undefined ? undefined : INTRINSIC.get(name);
    if (intrinsic) {
      return intrinsic(this, (raw as Record<string, unknown>)[name!], stack);
    }
    return unknown(name === undefined ? 'it has the wrong type' : `\`${name}\` is known at deploy time only`);
  }
}
