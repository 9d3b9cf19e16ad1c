import type { DeclaredNames } from './declared-names';
import { fifoOf } from './fifo';
import { functionTarget } from './function-target';
import type { Target } from './target';
import { own } from '../assembly/json-walk';
import { placeWithin } from '../values/arn';
import { declaredType } from '../values/declared-types';
import type { Resolver } from '../values/resolver';
import type { Reference, Text, Unknown } from '../values/value';

/** The target of a reference to a declared resource, without writing out its ARN; `undefined` for types with other ARNs. */
export function declaredTarget(resolver: Resolver, names: DeclaredNames, arn: Reference): Target | Unknown | undefined {
  const { resource } = arn;
  const { stack, raw } = resolver.app.resources.get(resource)!;
  const declared = declaredType(raw.type);
  const kind = declared?.kind;
  if (kind === 'function') {
    return functionTarget(resolver, names, arn, stack);
  }
  // Roles may have a path before their name.
  if (!declared || !kind || own(raw.properties, 'Path') !== undefined) {
    return undefined;
  }
  const { partition, region, account } = placeWithin(stack.environment, declared);
  const name: Text = { kind: 'reference', resource, attribute: 'Name' };
  return {
    kind,
    arn,
    service: declared.service,
    resource,
    name,
    partition,
    region,
    account,
    ...fifoOf(resolver, kind, resource, name),
  };
}
