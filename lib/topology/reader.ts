import { append, type App, type Located } from './assembly/app';
import { own } from './assembly/json-walk';
import type { Origin } from './nodes/resource';
import { DeclaredNames } from './targets/declared-names';
import { functionTarget, requalified } from './targets/function-target';
import { identify } from './targets/identify';
import type { FunctionTarget, Target } from './targets/target';
import { fieldsOf, spelledOut } from './values/arn';
import { willExist } from './values/condition';
import { placeOf, type Place } from './values/place';
import { Property } from './values/property';
import { Resolver } from './values/resolver';
import { known, partsOf, type Reference, type Text, type Unknown } from './values/value';

/** A resource that will or may exist, with its properties. */
export interface Declared extends Located {
  /** Spread it last into a node: a literal that grows after a spread takes V8 many times as long. */
  readonly origin: Origin;
  readonly properties: Property;
}

/** The tools that all readers of resource types share. */
export class Reader {
  readonly resolver: Resolver;
  private readonly names: DeclaredNames;
  private readonly resources: Declared[] = [];
  private readonly ownFunctions = { Name: new Map<string, FunctionTarget>(), Arn: new Map<string, FunctionTarget>() };
  private readonly targets = new Map<string, Target | Unknown>();
  private readonly byType = new Map<string, Declared[]>();

  constructor(readonly app: App) {
    this.resolver = new Resolver(app);
    this.names = new DeclaredNames(this.resolver);
    for (const { stack, raw } of app.resources.values()) {
      const origin = this.origin(stack, raw);
      if (!origin) {
        continue;
      }
      const declared = { origin, stack, raw, properties: Property.of(this.resolver, stack, raw.properties) };
      this.resources.push(declared);
      append(this.byType, raw.type, declared);
    }
  }

  /** All resources of a type, without those whose condition is false. */
  all(...types: string[]): readonly Declared[] {
    return types.length === 1 ? this.byType.get(types[0]) ?? [] : types.flatMap(type => this.byType.get(type) ?? []);
  }

  /** The types of all resources. */
  types(): Iterable<string> {
    return this.byType.keys();
  }

  /** All resources, ordered by stack and logical id. */
  everything(): readonly Declared[] {
    return this.resources;
  }

  /** The target of an ARN; `undefined` if it is absent or empty. */
  target(text: Text | undefined, declared: Declared): Target | Unknown | undefined {
    return text === undefined || known(text) === '' ? undefined : this.named(text, declared);
  }

  /** The target of an ARN. */
  named(text: Text, { stack }: Declared): Target | Unknown {
    if (text.kind !== 'reference' || text.attribute !== 'Arn') {
      return identify(this.resolver, this.names, text, stack);
    }
    // A reference has the same target in every stack.
    const found = this.targets.get(text.resource) ?? identify(this.resolver, this.names, text, stack);
    this.targets.set(text.resource, found);
    return found;
  }

  /** The function of a name or ARN; `elsewhere` replaces the account and Region of the stack. */
  function(text: Text, { stack }: Declared, qualifier?: Text, elsewhere?: Place): FunctionTarget | Unknown {
    const near = text.kind === 'reference' && elsewhere === undefined ? this.ownFunction(text, stack) : undefined;
    if (!near) {
      return functionTarget(this.resolver, this.names, text, stack, qualifier, elsewhere);
    }
    return qualifier === undefined ? near : qualifier.kind === 'unknown' ? qualifier : requalified(near, qualifier);
  }

  /** The function of its own stack that a reference names. Kept, because configs, permissions and callers refer to the same one. */
  private ownFunction(reference: Reference, stack: Located['stack']): FunctionTarget | undefined {
    const { resource, attribute } = reference;
    const located = this.app.resources.get(resource);
    if (located?.raw.type !== 'AWS::Lambda::Function' || located.stack !== stack || (attribute !== 'Name' && attribute !== 'Arn')) {
      return undefined;
    }
    const kept = this.ownFunctions[attribute];
    const found = kept.get(resource) ?? functionTarget(this.resolver, this.names, reference, stack) as FunctionTarget;
    kept.set(resource, found);
    return found;
  }

  /** The content of the file asset whose hash is in the name of an object, e.g. `<hash>.json`. */
  assetText(objectName: Text | undefined): string | undefined {
    const last = objectName === undefined ? undefined : partsOf(objectName).at(-1);
    const hash = typeof last === 'string' ? /([0-9a-f]{64})(?:\.[\w.]+)?$/.exec(last)?.[1] : undefined;
    const path = hash === undefined ? undefined : this.app.assets.get(hash);
    return path === undefined ? undefined : this.app.assetText(path);
  }

  /** The fields of a text between its colons. */
  fields(text: Text): readonly Text[] {
    return fieldsOf(this.resolver, text);
  }

  /** The texts of a property, with ARNs of declared resources spelled out; `undefined` without the property. */
  spelledOut(properties: Property, name: string): readonly Text[] | undefined {
    if (!properties.has(name)) {
      return undefined;
    }
    const texts = properties.texts(name);
    for (let index = 0; index < texts.length; index += 1) {
      const text = texts[index];
      texts[index] = text.kind === 'literal' ? text : spelledOut(this.resolver, text);
    }
    return texts;
  }

  /** The key of the resource with that name in the account and Region of the stack. */
  resourceNamed(service: string, name: Text, { stack: { environment } }: Declared): string | undefined {
    const { region, account } = placeOf(environment);
    return this.names.find(service, name, region, account);
  }

  private origin(stack: Located['stack'], raw: Located['raw']): Origin | undefined {
    const { key, logicalId, type, metadata } = raw;
    const doesExist = willExist(this.resolver, raw, stack);
    const path = metadata === undefined ? undefined : own(metadata, 'aws:cdk:path');
    return doesExist === false ? undefined : {
      key,
      stack: stack.id,
      logicalId,
      type,
      path: typeof path === 'string' ? path : stack.paths?.get(logicalId),
      condition: doesExist === true ? undefined : doesExist,
    };
  }
}
