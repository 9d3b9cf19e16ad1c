import type { Evaluator } from './evaluator';
import { intrinsicOf } from './intrinsic';
import { concatenated, literal, partsOf, textOf, unknown, type Resolved, type Text } from './value';
import type { Stack } from '../assembly/stack';

/** `Fn::Length`. */
export function length(evaluator: Evaluator, argument: unknown, stack: Stack): Resolved {
  const items = itemsOf(evaluator, argument, stack);
  if (!items) {
    return unknown('the length of a list is known at deploy time only');
  }
  return literal(String(items.length));
}

/** The items of a list; `undefined` if one of them may be `AWS::NoValue`, or if it is not a list. */
function itemsOf(evaluator: Evaluator, raw: unknown, stack: Stack): readonly unknown[] | undefined {
  if (Array.isArray(raw)) {
    const items = raw.map(item => evaluator.resolve(item, stack)).filter(({ kind }) => kind !== 'absent');
    return items.some(({ kind }) => kind === 'unknown') ? undefined : items;
  }
  const resolved = evaluator.resolve(raw, stack);
  return resolved.kind === 'list' && resolved.items.every(({ kind }) => kind !== 'unknown') ? resolved.items : undefined;
}

/** `Fn::ToJsonString`, without spaces. The values of intrinsic functions become texts. */
export function jsonString(evaluator: Evaluator, argument: unknown, stack: Stack): Resolved {
  return evaluator.deeper(() => json(evaluator, argument, stack)) ?? unknown('an `Fn::ToJsonString` needs a value');
}

/** The JSON of a value; `undefined` for `AWS::NoValue`. */
function json(evaluator: Evaluator, raw: unknown, stack: Stack): Text | undefined {
  if (typeof raw !== 'object' || raw === null) {
    return raw === undefined ? undefined : literal(JSON.stringify(raw));
  }
  const inner = (value: unknown) => evaluator.deeper(() => json(evaluator, value, stack));
  if (Array.isArray(raw)) {
    return enclosed('[', raw.flatMap(item => inner(item) ?? []), ']');
  }
  if (intrinsicOf(raw) === undefined) {
    return enclosed('{', Object.entries(raw).flatMap(([name, value]) => {
      const text = inner(value);
      return text ? [concatenated([literal(`${JSON.stringify(name)}:`), text])] : [];
    }), '}');
  }
  const resolved = evaluator.resolve(raw, stack);
  switch (resolved.kind) {
    case 'absent': return undefined;
    case 'list': return enclosed('[', resolved.items.map(quoted), ']');
    default: return quoted(resolved);
  }
}

function enclosed(open: string, texts: readonly Text[], close: string): Text {
  return concatenated([literal(open), concatenated(texts, ','), literal(close)]);
}

/** A text in double quotes. What only the deployment knows needs no escapes: names and ARNs. */
function quoted(text: Text): Text {
  if (text.kind === 'unknown') {
    return text;
  }
  const parts = partsOf(text).map(part => typeof part === 'string' ? JSON.stringify(part).slice(1, -1) : part);
  return textOf(['"', ...parts, '"']);
}
