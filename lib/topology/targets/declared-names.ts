import { append, typeOf } from '../assembly/app';
import type { RawResource } from '../assembly/raw-resource';
import type { Stack } from '../assembly/stack';
import { declaredType, type DeclaredType } from '../values/declared-types';
import { placeOf, type Place } from '../values/place';
import { mayHave, Property } from '../values/property';
import type { Resolver } from '../values/resolver';
import { rendered, sameText, type Text } from '../values/value';

interface Named {
  readonly key: string;
  readonly place: Place;
  readonly global: boolean;
}

/** Finds declared resources by the names in their ARNs. */
export class DeclaredNames {
  private readonly places = new Map<string, ReadonlyMap<string, Named[]>>();

  constructor(private readonly resolver: Resolver) {}

  /** The key of the only resource with that name, if its account and Region are certainly these. */
  find(service: string, name: Text, region: Text, account: Text): string | undefined {
    const type = name.kind === 'reference' && name.attribute === 'Name' ? typeOf(this.resolver.app, name.resource) : undefined;
    if (name.kind === 'reference' && declaredType(type)?.service === service) {
      return name.resource;
    }
    const found = (this.namesOf(service).get(rendered(name)) ?? []).filter(({ place, global }) =>
      global || (sameText(place.account, account) === true && (service === 'iam' || sameText(place.region, region) === true)));
    return found.length === 1 ? found[0].key : undefined;
  }

  /** The resources of a service that have names, by their names. Found when they are asked for: most ARNs refer to resources. */
  private namesOf(service: string): ReadonlyMap<string, Named[]> {
    const names = this.places.get(service) ?? this.readNames(service);
    this.places.set(service, names);
    return names;
  }

  private readNames(service: string): ReadonlyMap<string, Named[]> {
    const names = new Map<string, Named[]>();
    for (const { stack, raw } of this.resolver.app.resources.values()) {
      const declared = declaredType(raw.type);
      const name = declared?.service === service ? this.nameOf(stack, raw, declared) : undefined;
      if (declared && name !== undefined && name.kind !== 'unknown') {
        append(names, rendered(name), { key: raw.key, place: placeOf(stack.environment), global: declared.global ?? false });
      }
    }
    return names;
  }

  private nameOf(stack: Stack, { type, properties }: RawResource, { nameProperty }: DeclaredType): Text | undefined {
    return nameProperty !== '' && type !== 'AWS::Lambda::Alias' && mayHave(properties, nameProperty)
      ? Property.of(this.resolver, stack, properties).text(nameProperty)
      : undefined;
  }
}
