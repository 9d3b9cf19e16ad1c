import { isObject, own } from '../assembly/json-walk';
import { declaredParameter, isList, isStored, itemsOf, type DeclaredParameter } from '../assembly/parameter';

/** The items of the loops around a value, by identifier. */
export type Bindings = ReadonlyMap<string, string>;

/** The values of parameters that the caller or the parent of the stack sets. One that is an object is an expression of the parent. */
export type SetParameters = ReadonlyMap<string, unknown>;

/** The collections of loops. */
export class Collections {
  constructor(private readonly document: object, private readonly parameters: SetParameters = new Map()) {}

  /** The items of a loop; `undefined` if it is malformed, or if only CloudFormation knows them. */
  itemsOf(loop: unknown, bindings: Bindings): readonly string[] | undefined {
    const [identifier, collection, body] = Array.isArray(loop) && loop.length === 3 ? loop : [];
    return typeof identifier === 'string' && isObject(body) ? this.list(collection, bindings) : undefined;
  }

  private list(raw: unknown, bindings: Bindings): readonly string[] | undefined {
    if (Array.isArray(raw)) {
      const items = raw.map(item => this.item(item, bindings));
      return items.every((item): item is string => item !== undefined) ? items : undefined;
    }
    const parameter = this.parameter(own(raw, 'Ref'));
    if (parameter) {
      return isList(parameter) ? itemsOf(parameter) : undefined;
    }
    const found = this.mapped(own(raw, 'Fn::FindInMap'), bindings);
    return Array.isArray(found) ? this.list(found, bindings) : undefined;
  }

  private item(raw: unknown, bindings: Bindings): string | undefined {
    if (typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean') {
      return String(raw);
    }
    const name = own(raw, 'Ref');
    const parameter = this.parameter(name);
    return bindings.get(String(name)) ?? (parameter && !isList(parameter) ? String(parameter.value) : undefined);
  }

  private mapped(argument: unknown, bindings: Bindings): unknown {
    const keys = Array.isArray(argument) ? argument.map(key => this.item(key, bindings)) : [];
    const [map, first, second] = keys;
    return keys.length !== 3 || map === undefined || first === undefined || second === undefined
      ? undefined
      : own(own(own(own(this.document, 'Mappings'), map), first), second);
  }

  /** A parameter whose value is known. */
  private parameter(name: unknown): DeclaredParameter | undefined {
    const raw = typeof name === 'string' ? own(own(this.document, 'Parameters'), name) : undefined;
    const parameter = raw === undefined ? undefined : declaredParameter(raw, this.parameters.get(name as string));
    return parameter && !isStored(parameter) && parameter.value !== undefined && typeof parameter.value !== 'object' ? parameter : undefined;
  }
}
