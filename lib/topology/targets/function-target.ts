import type { DeclaredNames } from './declared-names';
import type { FunctionTarget } from './target';
import { FunctionReferenceError, parseFunctionReference } from '../../constraints/aws-lambda/function-reference';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { typeOf } from '../assembly/app';
import type { Stack } from '../assembly/stack';
import { fieldsOf } from '../values/arn';
import { placeOf, type Place } from '../values/place';
import type { Resolver } from '../values/resolver';
import { known, literal, rendered, sameText, unknown, type Text, type Unknown } from '../values/value';

interface Written {
  readonly partition?: Text;
  readonly region?: Text;
  readonly account?: Text;
  readonly name: Text;
  readonly qualifier?: Text;
}

/**
 * The function and qualifier that a name or ARN and a separate qualifier identify.
 *
 * @param elsewhere the account and Region for plain names, if not those of the stack
 */
export function functionTarget(
  resolver: Resolver, names: DeclaredNames, reference: Text, stack: Stack, qualifier?: Text, elsewhere?: Place,
): FunctionTarget | Unknown {
  const written = takenApart(resolver, reference);
  if ('reason' in written) {
    return written;
  }
  const effective = effectiveQualifier(written.qualifier, qualifier);
  if (effective.kind === 'unknown') {
    return effective;
  }
  const place = elsewhere ?? placeOf(stack.environment);
  const { partition = place.partition, region = place.region, account = place.account, name } = written;
  // In another account or Region, the name of a declared function identifies another function.
  const resource = elsewhere && name.kind === 'reference' ? undefined : names.find('lambda', name, region, account);
  const functionKey = resource ?? `arn:${rendered(partition)}:lambda:${rendered(region)}:${rendered(account)}:function:${rendered(name)}`;
  return {
    kind: 'function',
    arn: reference,
    service: 'lambda',
    resource,
    name,
    partition,
    region,
    account,
    key: `${functionKey}:${rendered(effective)}`,
    functionKey,
    qualifier: effective,
    qualified: (written.qualifier ?? qualifier) !== undefined,
  };
}

/** The same function through another qualifier. */
export function requalified(target: FunctionTarget, qualifier: Text, qualified = true): FunctionTarget {
  return { ...target, key: `${target.functionKey}:${rendered(qualifier)}`, qualifier, qualified };
}

function takenApart(resolver: Resolver, reference: Text): Written | Unknown {
  if (reference.kind === 'unknown') {
    return reference;
  }
  if (reference.kind === 'literal') {
    return parsed(reference.value);
  }
  return declaredFunction(resolver, reference) ?? fromFields(resolver, reference);
}

/** The parts of a reference to a function of the app, without writing out its ARN. */
function declaredFunction({ app }: Resolver, reference: Text): Written | undefined {
  if (reference.kind !== 'reference') {
    return undefined;
  }
  const { attribute, resource } = reference;
  const { stack, raw } = app.resources.get(resource)!;
  if (raw.type !== 'AWS::Lambda::Function') {
    return undefined;
  }
  if (attribute === 'Name') {
    return { name: reference };
  }
  if (attribute !== 'Arn') {
    return undefined;
  }
  const { partition, region, account } = placeOf(stack.environment);
  return { partition, region, account, name: { kind: 'reference', resource, attribute: 'Name' } };
}

function fromFields(resolver: Resolver, reference: Text): Written | Unknown {
  const fields = fieldsOf(resolver, reference);
  if (known(fields[0]) === 'arn') {
    const [, partition, service, region, account, marker, name, qualifier] = fields;
    const isFunction = known(service ?? literal('')) === 'lambda' && known(marker ?? literal('')) === 'function' && name !== undefined;
    return isFunction ? { partition, region, account, name, qualifier } : unknown(`it is not a function: ${rendered(reference)}`);
  }
  const [name, qualifier, ...others] = fields;
  if (others.length > 0) {
    return unknown(`it is not a function: ${rendered(reference)}`);
  }
  const type = name.kind === 'reference' ? typeOf(resolver.app, name.resource) : 'AWS::Lambda::Function';
  return type === 'AWS::Lambda::Function' ? { name, qualifier } : unknown(`it is not a function: ${rendered(reference)}`);
}

function parsed(reference: string): Written | Unknown {
  try {
    const { partition, region, account, name, qualifier } = parseFunctionReference(reference);
    const text = (value: string | undefined) => value === undefined ? undefined : literal(value);
    return { partition: text(partition), region: text(region), account: text(account), name: literal(name), qualifier: text(qualifier) };
  } catch (error) {
    if (error instanceof FunctionReferenceError) {
      return unknown(error.message);
    }
    throw error;
  }
}

/** The qualifier of the name, or the separate one; both must agree. */
function effectiveQualifier(inName: Text | undefined, apart: Text | undefined): Text {
  if (inName !== undefined && apart !== undefined && sameText(inName, apart) !== true) {
    return unknown(`it has two qualifiers: ${rendered(inName)} and ${rendered(apart)}`);
  }
  return apart ?? inName ?? literal(LATEST);
}
