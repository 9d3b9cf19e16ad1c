/** The form of a value in the model of an API. JSON, parameters and XML are read and written by it. */
export type Shape = 'string' | 'blob' | 'integer' | 'boolean' | 'timestamp' | ListShape | MapShape | StructureShape;

/** A list. In the Query protocol, its items are `name.1` if it has a name, else `….member.1`. */
export interface ListShape<Item = any> {
  readonly kind: 'list';
  readonly item: Item;
  readonly name?: string;
}

/** A map from texts. In the Query protocol, its entries are `name.1` if it has a name, else `….entry.1`. */
export interface MapShape<Value = any> {
  readonly kind: 'map';
  readonly value: Value;
  readonly name?: string;
}

/** A document. A blob is a text in Base64; a timestamp is in milliseconds since 1970. */
export interface StructureShape<Members extends Readonly<Record<string, any>> = Readonly<Record<string, any>>> {
  readonly kind: 'structure';
  readonly members: Members;
}

/** The values of a shape. */
export type Read<S> =
  S extends 'string' | 'blob' ? string
    : S extends 'integer' | 'timestamp' ? number
      : S extends 'boolean' ? boolean
        : S extends ListShape<infer Item> ? ReadonlyArray<Read<Item>>
          : S extends MapShape<infer Value> ? Readonly<Record<string, Read<Value>>>
            : S extends StructureShape<infer Members> ? { readonly [Name in keyof Members]?: Read<Members[Name]> }
              : never;

export function list<const Item extends Shape>(item: Item, name?: string): ListShape<Item> {
  return { kind: 'list', item, name };
}

export function map<const Value extends Shape>(value: Value, name?: string): MapShape<Value> {
  return { kind: 'map', value, name };
}

export function structure<const Members extends Readonly<Record<string, Shape>>>(members: Members): StructureShape<Members> {
  return { kind: 'structure', members };
}
