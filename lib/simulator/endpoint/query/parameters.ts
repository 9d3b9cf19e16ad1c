import type { Shape } from '../../service/model/shape';
import { NotKnownError } from '../../state';

/** A parameter whose name has periods is part of another one. */
interface Parameter {
  value?: string;
  readonly parts: Map<string, Parameter>;
}

const INTEGER = /^[+-]?\d+$/;

/** Reads the document of a request by its form, e.g. `MessageAttribute.1.Name=a&MessageAttribute.1.Value.DataType=String`. */
export function documentOfParameters(shape: Shape, parameters: URLSearchParams): unknown {
  return read(shape, treeOf(parameters), '');
}

function treeOf(parameters: URLSearchParams): Parameter {
  const root: Parameter = { parts: new Map() };
  for (const [name, value] of parameters) {
    let node = root;
    for (const part of name.split('.')) {
      const next = node.parts.get(part) ?? { parts: new Map() };
      node.parts.set(part, next);
      node = next;
    }
    node.value = value;
  }
  return root;
}

function read(shape: Shape, parameter: Parameter, name: string): unknown {
  if (typeof shape === 'string') {
    return scalarOf(shape, parameter.value, name);
  }
  switch (shape.kind) {
    case 'list': return itemsOf(parameter, 'member', shape.name).map(item => read(shape.item, item, name));
    case 'map': return Object.fromEntries(itemsOf(parameter, 'entry', shape.name).map(({ parts }) =>
      [parts.get('Name')?.value ?? '', read(shape.value, parts.get('Value') ?? { parts: new Map() }, name)]));
    case 'structure': return Object.fromEntries(Object.entries<Shape>(shape.members).flatMap(([member, form]) => {
      const found = parameter.parts.get(nameOf(member, form));
      return found ? [[member, read(form, found, member)]] : [];
    }));
  }
}

/** Lists and maps may have a name of their own. */
function nameOf(member: string, shape: Shape): string {
  return typeof shape !== 'string' && shape.kind !== 'structure' && shape.name !== undefined ? shape.name : member;
}

/** The items in the order of their numbers. */
function itemsOf({ parts }: Parameter, group: string, name: string | undefined): Parameter[] {
  const items = name === undefined ? parts.get(group)?.parts ?? new Map<string, Parameter>() : parts;
  return [...items].sort(([one], [other]) => Number(one) - Number(other)).map(([, item]) => item);
}

function scalarOf(shape: Shape & string, value: string | undefined, name: string): unknown {
  if (shape !== 'integer') {
    return value;
  }
  if (!INTEGER.test(value ?? '')) {
    throw new NotKnownError(`in which words the service refuses a \`${name}\` that is not an integer`, 'Send an integer.');
  }
  return Number(value);
}
