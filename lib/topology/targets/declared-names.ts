import { append, typeOf } from '../assembly/app';
import { declaredType } from '../values/declared-types';
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
  private readonly places = new Map<string, Named[]>();

  constructor(private readonly resolver: Resolver) {
    for (const { stack, raw: { key, type, properties } } of resolver.app.resources.values()) {
      const declared = declaredType(type);
      const name = declared && declared.nameProperty !== '' && type !== 'AWS::Lambda::Alias' && mayHave(properties, declared.nameProperty)
        ? Property.of(resolver, stack, properties).text(declared.nameProperty)
        : undefined;
      if (!declared || name === undefined || name.kind === 'unknown') {
        continue;
      }
      append(this.places, `${declared.service}:${rendered(name)}`, { key, place: placeOf(stack.environment), global: declared.global ?? false });
    }
  }

  /** The key of the only resource with that name, if its account and Region are certainly these. */
  find(service: string, name: Text, region: Text, account: Text): string | undefined {
    const type = name.kind === 'reference' && name.attribute === 'Name' ? typeOf(this.resolver.app, name.resource) : undefined;
    if (name.kind === 'reference' && declaredType(type)?.service === service) {
      return name.resource;
    }
    const found = (this.places.get(`${service}:${rendered(name)}`) ?? []).filter(({ place, global }) =>
      global || (sameText(place.account, account) === true && (service === 'iam' || sameText(place.region, region) === true)));
    return found.length === 1 ? found[0].key : undefined;
  }
}
