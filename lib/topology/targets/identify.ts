import type { DeclaredNames } from './declared-names';
import { declaredTarget } from './declared-target';
import { fifoOf } from './fifo';
import { functionTarget } from './function-target';
import { withoutArn } from './no-arn';
import type { OtherTarget, Target } from './target';
import { parseDestinationArn } from '../../constraints/aws-lambda/destination-arn';
import { typeOf } from '../assembly/app';
import type { Stack } from '../assembly/stack';
import { cut, fieldsOf } from '../values/arn';
import { placeOf } from '../values/place';
import type { Resolver } from '../values/resolver';
import { concatenated, known, literal, partsOf, textOf, unknown, type Reference, type Text, type Unknown } from '../values/value';

/** The target of an ARN in a template. */
export function identify(resolver: Resolver, names: DeclaredNames, arn: Text, stack: Stack): Target | Unknown {
  if (arn.kind === 'unknown') {
    return arn;
  }
  const declared = arn.kind === 'reference' && arn.attribute === 'Arn' ? declaredTarget(resolver, names, arn) : undefined;
  if (declared) {
    return declared;
  }
  const fields = fieldsOf(resolver, arn);
  const service = known(fields[2] ?? literal(''));
  if (known(fields[0]) !== 'arn' || fields.length < 6) {
    return opaque(resolver, arn);
  }
  if (service === undefined) {
    return unknown('the service of its ARN is known at deploy time only');
  }
  const isFunction = service === 'lambda' && known(fields[5]) === 'function';
  return isFunction ? functionTarget(resolver, names, arn, stack) : other(resolver, names, arn, service, fields);
}

function other(resolver: Resolver, names: DeclaredNames, arn: Text, service: string, fields: readonly Text[]): OtherTarget {
  const [, partition, , region, account, ...rest] = fields;
  const shape = parseDestinationArn(fields.map(shapeOf).join(':'));
  const kind = shape?.kind === 'function' ? undefined : shape?.kind;
  const name = nameIn(concatenated(rest, ':'), PREFIXES[service]);
  // Roles may have a path before their name.
  const resource = names.find(service, service === 'iam' ? cut(partsOf(name), '/').at(-1)! : name, region, account);
  return {
    kind: kind ?? kindOfOther(service, rest[0]),
    arn,
    service,
    resource,
    name,
    partition,
    region,
    account,
    ...fifoOf(resolver, kind, resource, name),
  };
}

/** The prefix of the name in the last field of an ARN, by service. */
const PREFIXES: Readonly<Record<string, string | undefined>> = { events: 'event-bus/', kms: 'key/', iam: 'role/', states: 'stateMachine:' };

function nameIn(rest: Text, prefix = ''): Text {
  const [first, ...others] = partsOf(rest);
  return typeof first === 'string' && first.startsWith(prefix) ? textOf([first.slice(prefix.length), ...others]) : rest;
}

/** A field with placeholders for unknown parts. Like names, they contain neither a colon nor a slash. */
function shapeOf(field: Text): string {
  return partsOf(field).map(part => typeof part === 'string' ? part : 'x').join('');
}

function kindOfOther(service: string, resource: Text): OtherTarget['kind'] {
  if (service === 'kms' && shapeOf(resource).startsWith('key/')) {
    return 'key';
  }
  return service === 'iam' && shapeOf(resource).startsWith('role/') ? 'role' : 'other';
}

/** The prefix of a Kafka topic in event source mappings, which has no ARN. */
const KAFKA = 'kafka://';

/** A resource whose type is all that is known. It is certainly not a known kind of target. */
function opaque(resolver: Resolver, arn: Text): Target | Unknown {
  if (known(arn)?.startsWith(KAFKA)) {
    const nowhere = literal('');
    return { kind: 'other', arn, service: 'kafka', name: literal(known(arn)!.slice(KAFKA.length)), partition: nowhere, region: nowhere, account: nowhere };
  }
  const type = arn.kind === 'reference' && arn.attribute === 'Arn' ? typeOf(resolver.app, arn.resource) : undefined;
  const [vendor, service] = type?.split('::') ?? [];
  if (vendor !== 'AWS' || ['CloudFormation', 'Serverless', 'Lambda'].includes(service)) {
    return withoutArn(resolver, arn);
  }
  const { resource } = arn as Reference;
  const { environment } = resolver.app.resources.get(resource)!.stack;
  return {
    kind: 'other',
    arn,
    service: service.toLowerCase(),
    resource,
    name: { kind: 'reference', resource, attribute: 'Name' },
    ...placeOf(environment),
  };
}
