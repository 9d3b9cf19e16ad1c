import { declaredType, type DeclaredType } from './declared-types';
import type { Evaluator } from './evaluator';
import { placeOf, type Place } from './place';
import { concatenated, literal, partsOf, textOf, unknown, type Part, type Reference, type Resolved, type Text } from './value';
import { typeOf, type Located } from '../assembly/app';
import { own } from '../assembly/json-walk';
import type { Environment, Stack } from '../assembly/stack';

/** The fields of a text between its colons. A reference to an ARN has the fields of the future ARN. */
export function fieldsOf(evaluator: Evaluator, text: Text): readonly Text[] {
  const whole = spelledOut(evaluator, text);
  const fields = evaluator.fields.get(whole) ?? (whole.kind === 'unknown' ? [whole] : cut(partsOf(whole), ':'));
  evaluator.fields.set(whole, fields);
  return fields;
}

/** The text with references to ARNs replaced by the future ARNs, as far as they are known. */
export function spelledOut(evaluator: Evaluator, text: Text): Text {
  switch (text.kind) {
    case 'unknown':
    case 'literal': return text;
    case 'reference': return text.attribute === 'Arn' ? arnOf(evaluator, text) : text;
    case 'composed': return text.parts.some(isArn) ? textOf(text.parts.flatMap(part => isArn(part) ? partsOf(arnOf(evaluator, part)) : [part])) : text;
  }
}

/** Cuts at a delimiter in the known pieces. Names, accounts and Regions contain none. */
export function cut(parts: readonly Part[], delimiter: string): Text[] {
  const pieces: Text[] = [];
  let piece: Part[] = [];
  for (const part of parts) {
    if (typeof part !== 'string') {
      piece.push(part);
      continue;
    }
    let start = 0;
    for (let end = part.indexOf(delimiter); end >= 0; end = part.indexOf(delimiter, start)) {
      piece.push(part.slice(start, end));
      pieces.push(textOf(piece));
      piece = [];
      start = end + delimiter.length;
    }
    piece.push(part.slice(start));
  }
  return [...pieces, textOf(piece)];
}

/** The future ARN of a declared resource; the reference itself if its form is unknown. */
function arnOf(evaluator: Evaluator, reference: Reference): Text {
  const found = evaluator.arns.get(reference.resource);
  if (found) {
    return found;
  }
  const located = evaluator.app.resources.get(reference.resource);
  const declared = declaredType(located?.raw.type);
  if (!located || !declared) {
    return reference;
  }
  const expanded = expandedArn(evaluator, reference, located, declared);
  if (expanded.kind === 'unknown' || expanded.kind === 'list' || expanded.kind === 'absent') {
    return reference;
  }
  evaluator.arns.set(reference.resource, expanded);
  return expanded;
}

function isArn(part: Part): part is Reference {
  return typeof part !== 'string' && part.kind === 'reference' && part.attribute === 'Arn';
}

function expandedArn(evaluator: Evaluator, { resource }: Reference, { stack, raw: { type, properties } }: Located, declared: DeclaredType): Resolved {
  const isQualified = type === 'AWS::Lambda::Version' || type === 'AWS::Lambda::Alias';
  const path = declared.service === 'iam' ? own(properties, 'Path') : undefined;
  if (!isQualified && path === undefined) {
    return arnInStack(stack, declared, resource);
  }
  // Only these ARNs contain expressions, which may refer back to the resource.
  return evaluator.once(`${resource}\0arn`, () => evaluator.deeper(() => isQualified
    ? concatenated([functionArn(evaluator, own(properties, 'FunctionName'), stack), textOf([qualifier(evaluator, type, resource, properties, stack)])], ':')
    : arnInStack(stack, declared, resource, trimmed(evaluator.text(path, stack)))));
}

function arnInStack({ environment }: Stack, declared: DeclaredType, resource: string, path?: Text): Text {
  const name: Text = { kind: 'reference', resource, attribute: 'Name' };
  const start = beginning(environment, declared);
  return concatenated(path === undefined ? [start, name] : [start, path, name]);
}

/** What comes before the names of all resources of a type in a stack. Cached, because that is most of an ARN. */
function beginning(environment: Environment, declared: DeclaredType): Text {
  const ofTypes = BEGINNINGS.get(environment) ?? new Map<DeclaredType, Text>();
  BEGINNINGS.set(environment, ofTypes);
  const found = ofTypes.get(declared)
    ?? concatenated([...placeFields(environment, declared), ...declared.marker ? [literal(declared.marker)] : [], literal(declared.prefix)], ':');
  ofTypes.set(declared, found);
  return found;
}

const BEGINNINGS = new WeakMap<Environment, Map<DeclaredType, Text>>();

function qualifier(evaluator: Evaluator, type: string, resource: string, properties: unknown, stack: Stack): Part {
  const name = type === 'AWS::Lambda::Alias' ? evaluator.text(own(properties, 'Name'), stack) : unknown('');
  if (name.kind === 'literal') {
    return name.value;
  }
  return { kind: 'reference', resource, attribute: type === 'AWS::Lambda::Alias' ? 'Name' : 'Version' };
}

/** The ARN of the function of a version or alias. */
function functionArn(evaluator: Evaluator, raw: unknown, stack: Stack): Text {
  const fields = fieldsOf(evaluator, evaluator.text(raw, stack));
  const marker = fields.findIndex(field => field.kind === 'literal' && field.value === 'function');
  const name = fields[marker + 1] ?? unknown('it names no function');
  if (name.kind === 'reference' && typeOf(evaluator.app, name.resource) !== 'AWS::Lambda::Function') {
    return unknown('it is not a function');
  }
  if (marker === 5) {
    return concatenated(fields.slice(0, marker + 2), ':');
  }
  return concatenated([...placeFields(stack.environment, { service: 'lambda' }), literal('function'), name], ':');
}

const ARN = literal('arn');
const NOTHING = literal('');

/** The first fields of the ARN of a resource in a stack. */
function placeFields(environment: Environment, declared: Pick<DeclaredType, 'service' | 'global' | 'regionless'>): Text[] {
  const { partition, region, account } = placeWithin(environment, declared);
  return [ARN, partition, literal(declared.service), region, account];
}

/** Partition, Region and account in the ARN of a resource in a stack. */
export function placeWithin(environment: Environment, { global, regionless }: Pick<DeclaredType, 'global' | 'regionless'>): Place {
  const place = placeOf(environment);
  if (!global && !regionless) {
    return place;
  }
  return { partition: place.partition, region: NOTHING, account: global ? NOTHING : place.account };
}

/** A path without its leading slash, which the prefix contains. */
function trimmed(path: Text): Text {
  return path.kind === 'literal' ? literal(path.value.replace(/^\//, '')) : path;
}
