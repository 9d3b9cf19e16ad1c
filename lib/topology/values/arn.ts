import { declaredType } from './declared-types';
import type { Resolver } from './resolver';
import { concatenated, literal, partsOf, textOf, unknown, type Part, type Reference, type Text } from './value';
import { own } from '../assembly/json-walk';
import { pseudoParameter, type Stack } from '../assembly/stack';

/** The fields of a text between its colons; the ARN of a declared resource has those of the ARN that it will get. */
export function fieldsOf(resolver: Resolver, text: Text): Text[] {
  return text.kind === 'unknown' ? [text] : cut(partsOf(spelledOut(resolver, text)), ':');
}

/** The text with the ARNs of declared resources written as they will be, as far as they are known. */
export function spelledOut(resolver: Resolver, text: Text): Text {
  if (text.kind === 'unknown' || text.kind === 'literal') return text;
  return textOf(partsOf(text).flatMap(part => typeof part === 'object' && part.kind === 'reference' ? arnParts(resolver, part) : [part]));
}

/** Cuts at a delimiter within the known pieces: no name, account or Region contains one. */
export function cut(parts: readonly Part[], delimiter: string): Text[] {
  const pieces: Part[][] = [[]];
  for (const part of parts) {
    const [first, ...rest] = typeof part === 'string' ? part.split(delimiter) : [part];
    pieces.at(-1)!.push(first);
    pieces.push(...rest.map(piece => [piece]));
  }
  return pieces.map(textOf);
}

/** The ARN that a declared resource will get, or the reference itself when it yields something else. */
function arnParts(resolver: Resolver, reference: Reference): readonly Part[] {
  if (reference.attribute !== 'Arn') return [reference];
  const expanded = resolver.once(`${reference.resource}\0arn`, () => resolver.deeper(() => arnOf(resolver, reference)));
  const parts = expanded.kind === 'unknown' || expanded.kind === 'list' || expanded.kind === 'absent' ? [] : partsOf(expanded);
  return parts.length === 0 ? [reference] : parts;
}

function arnOf(resolver: Resolver, reference: Reference): Text {
  const type = resolver.app.types.get(reference.resource);
  const stack = resolver.app.homes.get(reference.resource);
  const declared = declaredType(type);
  if (!stack || !declared) return reference;
  const properties = stack.template.resources.get(reference.resource.slice(stack.id.length + 1))?.properties;
  if (type === 'AWS::Lambda::Version' || type === 'AWS::Lambda::Alias') {
    const arn = functionArn(resolver, own(properties, 'FunctionName'), stack);
    return concatenated([arn, textOf([qualifier(resolver, type, reference, properties, stack)])], ':');
  }
  const path = declared.service === 'iam' ? own(properties, 'Path') : undefined;
  return concatenated([
    textOf([...arnPrefix(stack, declared.service, declared), declared.prefix]),
    path === undefined ? literal('') : trimmed(resolver.text(path, stack)),
    { kind: 'reference', resource: reference.resource, attribute: 'Name' },
  ]);
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
  if (name.kind === 'reference' && resolver.app.types.get(name.resource) !== 'AWS::Lambda::Function') return unknown('it is no function');
  if (marker === 5) return concatenated(fields.slice(0, marker + 2), ':');
  return concatenated([textOf([...arnPrefix(stack, 'lambda', {}), 'function:']), name]);
}

function arnPrefix({ environment }: Stack, service: string, { global, regionless }: { global?: boolean; regionless?: boolean }): Part[] {
  return [
    'arn:',
    pseudoParameter(environment, 'AWS::Partition'),
    `:${service}:`,
    global || regionless ? '' : pseudoParameter(environment, 'AWS::Region'),
    ':',
    global ? '' : pseudoParameter(environment, 'AWS::AccountId'),
    ':',
  ];
}

/** The slash in front of a path is that of the prefix already. */
function trimmed(path: Text): Text {
  return path.kind === 'literal' ? literal(path.value.replace(/^\//, '')) : path;
}
