import { cut, fieldsOf } from './arn';
import type { Evaluator } from './evaluator';
import { concatenated, known, literal, partsOf, unknown, type Text, type Resolved } from './value';
import { own } from '../assembly/json-walk';
import type { Stack } from '../assembly/stack';

/** `Fn::Join`. */
export function joined(evaluator: Evaluator, argument: unknown, stack: Stack): Resolved {
  if (!Array.isArray(argument) || typeof argument[0] !== 'string') {
    return unknown('an `Fn::Join` needs a delimiter and a list');
  }
  const items = listOf(evaluator, argument[1], stack);
  return Array.isArray(items) ? concatenated(items, argument[0]) : items as Text;
}

/** `Fn::Sub`, with and without its own variables. */
export function substituted(evaluator: Evaluator, argument: unknown, stack: Stack): Resolved {
  return concatenated(piecesOfSub(evaluator, argument, stack));
}

/** The pieces of an `Fn::Sub`, so that an unknown one does not hide the others. */
export function piecesOfSub(evaluator: Evaluator, argument: unknown, stack: Stack): Text[] {
  const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
  if (typeof template !== 'string') {
    return [unknown('an `Fn::Sub` needs a text')];
  }
  const texts: Text[] = [];
  let end = 0;
  for (const match of template.matchAll(/\$\{(!?)([^}]*)\}/g)) {
    const [whole, escaped, name] = match;
    texts.push(literal(template.slice(end, match.index)));
    texts.push(escaped ? literal(`\${${name}}`) : variable(evaluator, name.trim(), variables, stack));
    end = match.index + whole.length;
  }
  return [...texts, literal(template.slice(end))];
}

function variable(evaluator: Evaluator, name: string, variables: unknown, stack: Stack): Text {
  const given = own(variables, name);
  if (given !== undefined) {
    return evaluator.text(given, stack);
  }
  return evaluator.text(name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name }, stack);
}

/** `Fn::Select`. */
export function selected(evaluator: Evaluator, argument: unknown, stack: Stack): Resolved {
  if (!Array.isArray(argument)) {
    return unknown('an `Fn::Select` needs an index and a list');
  }
  const index = Number(known(evaluator.text(argument[0], stack)) ?? NaN);
  const items = listOf(evaluator, argument[1], stack);
  if (!Array.isArray(items)) {
    return items as Text;
  }
  return items[index] ?? unknown('the index of an `Fn::Select` is outside its list');
}

/** `Fn::Split`. A colon also splits references to ARNs. */
export function split(evaluator: Evaluator, argument: unknown, stack: Stack): Resolved {
  if (!Array.isArray(argument) || typeof argument[0] !== 'string' || argument[0] === '') {
    return unknown('an `Fn::Split` needs a delimiter and a text');
  }
  const [delimiter] = argument;
  const source = evaluator.text(argument[1], stack);
  if (source.kind === 'unknown') {
    return source;
  }
  if (delimiter === ':') {
    return { kind: 'list', items: fieldsOf(evaluator, source) };
  }
  return { kind: 'list', items: cut(partsOf(source), delimiter) };
}

/** `Fn::FindInMap`, with the default of the language extensions. */
export function findInMap(evaluator: Evaluator, argument: unknown, stack: Stack): Resolved {
  if (!Array.isArray(argument)) {
    return unknown('an `Fn::FindInMap` needs a map and two keys');
  }
  const [map, first, second] = argument.slice(0, 3).map(key => known(evaluator.text(key, stack)));
  if (map === undefined || first === undefined || second === undefined) {
    return unknown('the key of an `Fn::FindInMap` is known at deploy time only');
  }
  const found = own(own(stack.template.mappings.get(map), first), second) ?? own(argument[3], 'DefaultValue');
  return found === undefined ? unknown(`mapping \`${map}\` has no such entry`) : evaluator.resolve(found, stack);
}

function listOf(evaluator: Evaluator, raw: unknown, stack: Stack): readonly Text[] | Text {
  const items = evaluator.resolve(raw, stack);
  if (items.kind === 'list') {
    return items.items;
  }
  return items.kind === 'unknown' ? items : unknown('it is not a list');
}
