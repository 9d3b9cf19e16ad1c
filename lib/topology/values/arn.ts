import { declaredType, type DeclaredType } from './declared-types';
import { placeOf, type Place } from './place';
import type { Resolver } from './resolver';
import { concatenated, literal, partsOf, textOf, unknown, type Part, type Reference, type Text } from './value';
import { typeOf } from '../assembly/app';
import { own } from '../assembly/json-walk';
import type { Stack } from '../assembly/stack';

/** The fields of a text between its colons; the ARN of a declared resource has those of the ARN that it will get. */
export function fieldsOf(resolver: Resolver, text: Text): readonly Text[] {
  const whole = spelledOut(resolver, text);
  const fields = resolver.fields.get(whole) ?? (whole.kind === 'unknown' ? [whole] : cut(partsOf(whole), ':'));
  resolver.fields.set(whole, fields);
  return fields;
}

/** The text with the ARNs of declared resources written as they will be, as far as they are known. */
export function spelledOut(resolver: Resolver, text: Text): Text {
  switch (text.kind) {
    case 'unknown':
    case 'literal': return text;
    case 'reference': return text.attribute === 'Arn' ? arnOf(resolver, text) : text;
    case 'composed': return text.parts.some(isArn) ? textOf(text.parts.flatMap(part => isArn(part) ? partsOf(arnOf(resolver, part)) : [part])) : text;
  }
}

/** Cuts at a delimiter within the known pieces: no name, account or Region contains one. */
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

/** The ARN that a declared resource will get, or the reference itself when it yields something else. */
function arnOf(resolver: Resolver, reference: Reference): Text {
  const found = resolver.arns.get(reference.resource);
  if (found) return found;
  const expanded = resolver.once(`${reference.resource}\0arn`, () => resolver.deeper(() => made(resolver, reference)));
  if (expanded.kind === 'unknown' || expanded.kind === 'list' || expanded.kind === 'absent') return reference;
  resolver.arns.set(reference.resource, expanded);
  return expanded;
}

function isArn(part: Part): part is Reference {
  return typeof part !== 'string' && part.kind === 'reference' && part.attribute === 'Arn';
}

/** Its fields are known before it is: they share the place of the stack. */
function made(resolver: Resolver, reference: Reference): Text {
  const located = resolver.app.resources.get(reference.resource);
  const declared = declaredType(located?.raw.type);
  if (!located || !declared) return reference;
  const { stack, raw: { type, properties } } = located;
  if (type === 'AWS::Lambda::Version' || type === 'AWS::Lambda::Alias') {
    const arn = functionArn(resolver, own(properties, 'FunctionName'), stack);
    return concatenated([arn, textOf([qualifier(resolver, type, reference, properties, stack)])], ':');
  }
  const path = declared.service === 'iam' ? own(properties, 'Path') : undefined;
  const name = concatenated([
    literal(declared.prefix),
    path === undefined ? NOTHING : trimmed(resolver.text(path, stack)),
    { kind: 'reference', resource: reference.resource, attribute: 'Name' },
  ]);
  const fields = [...placeFields(stack, declared), ...declared.marker ? [literal(declared.marker)] : [], name];
  const arn = concatenated(fields, ':');
  if (path === undefined) resolver.fields.set(arn, fields);
  return arn;
}

function qualifier(resolver: Resolver, type: string, { resource }: Reference, properties: unknown, stack: Stack): Part {
  const name = type === 'AWS::Lambda::Alias' ? resolver.text(own(properties, 'Name'), stack) : unknown('');
  if (name.kind === 'literal') return name.value;
  return { kind: 'reference', resource, attribute: type === 'AWS::Lambda::Alias' ? 'Name' : 'Version' };
}

/** The ARN of the function that a version or alias names, by name or by ARN. */
function functionArn(resolver: Resolver, raw: unknown, stack: Stack): Text {
  const fields = fieldsOf(resolver, resolver.text(raw, stack));
  const marker = fields.findIndex(field => field.kind === 'literal' && field.value === 'function');
  const name = fields[marker + 1] ?? unknown('it names no function');
  if (name.kind === 'reference' && typeOf(resolver.app, name.resource) !== 'AWS::Lambda::Function') return unknown('it is no function');
  if (marker === 5) return concatenated(fields.slice(0, marker + 2), ':');
  return concatenated([...placeFields(stack, { service: 'lambda' }), literal('function'), name], ':');
}

const ARN = literal('arn');
const NOTHING = literal('');

/** The first fields of the ARN of what a stack declares. */
function placeFields(stack: Stack, declared: Pick<DeclaredType, 'service' | 'global' | 'regionless'>): Text[] {
  const { partition, region, account } = placeWithin(stack, declared);
  return [ARN, partition, literal(declared.service), region, account];
}

/** The place that the ARN of what a stack declares tells. */
export function placeWithin({ environment }: Stack, { global, regionless }: Pick<DeclaredType, 'global' | 'regionless'>): Place {
  const place = placeOf(environment);
  if (!global && !regionless) return place;
  return { partition: place.partition, region: NOTHING, account: global ? NOTHING : place.account };
}

/** The slash in front of a path is that of the prefix already. */
function trimmed(path: Text): Text {
  return path.kind === 'literal' ? literal(path.value.replace(/^\//, '')) : path;
}
