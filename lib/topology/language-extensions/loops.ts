import { Collections, type Bindings, type SetParameters } from './collections';
import { LANGUAGE_EXTENSIONS, transformsOf } from './transforms';
import { isObject, SizeCheck } from '../assembly/json-walk';
import type { DocumentPath } from '../assembly/located-document';
import { TopologyError } from '../topology-error';

/** A template without loops. */
export interface Unrolled {
  readonly document: unknown;

  /** Where the resources of loops are written, by logical id. */
  readonly writtenAt: ReadonlyMap<string, DocumentPath>;

  /** The loops around resources, outputs and conditions that are left out, because only CloudFormation knows their items. */
  readonly left: readonly string[];
}

/** The sections that may have loops. */
const SECTIONS = ['Conditions', 'Resources', 'Outputs'];

const LOOP = 'Fn::ForEach::';

/** The macro that stands for unknown entries. */
const MACRO = 'Fn::Transform';

/** A template of CloudFormation has far fewer values. */
const MOST_VALUES = 1_000_000;

const NOTHING: Bindings = new Map();

/** Unrolls each `Fn::ForEach` whose items are certain: written out, the default or given value of a parameter, or an entry of a mapping. */
export function unrolled(document: unknown, where: string, parameters: SetParameters | undefined): Unrolled {
  if (!isObject(document) || !transformsOf(document).includes(LANGUAGE_EXTENSIONS)) {
    return { document, writtenAt: new Map(), left: [] };
  }
  new SizeCheck(() => `The ${where}`).check(document, where);
  const loops = new Loops(where, new Collections(document, parameters));
  const sections = SECTIONS.filter(name => isObject(document[name]))
    .map(name => [name, loops.section(document[name] as object, name)]);
  return { document: { ...document, ...Object.fromEntries(sections) }, writtenAt: loops.writtenAt, left: [...loops.left] };
}

interface Entry {
  readonly name: string;
  readonly value: unknown;
  readonly path: DocumentPath;
}

class Loops {
  readonly writtenAt = new Map<string, DocumentPath>();
  readonly left = new Set<string>();
  private values = 0;

  constructor(private readonly where: string, private readonly collections: Collections) {}

  section(content: object, name: string): object {
    const entries = this.entries(content, NOTHING, [name], loop => this.left.add(loop));
    if (name === 'Resources') {
      entries.filter(({ path }) => path.length > 2).forEach(entry => this.writtenAt.set(entry.name, entry.path));
    }
    return Object.fromEntries(entries.map(entry => [entry.name, entry.value]));
  }

  private entries(content: object, bindings: Bindings, path: DocumentPath, leave: (loop: string) => void): Entry[] {
    return Object.entries(content).flatMap(([name, value]) => {
      const items = name.startsWith(LOOP) ? this.collections.itemsOf(value, bindings) : undefined;
      if (items) {
        const [identifier, , body] = value as [string, unknown, object];
        return items.flatMap(item => this.entries(body, new Map([...bindings, [identifier, item]]), [...path, name, 2], leave));
      }
      if (name.startsWith(LOOP)) {
        leave(name);
        return [];
      }
      return [{ name: replaced(name, bindings), value: this.value(value, bindings), path: [...path, name] }];
    });
  }

  private value(value: unknown, bindings: Bindings): unknown {
    this.values += 1;
    if (this.values > MOST_VALUES) {
      throw new TopologyError(`The loops of the ${this.where} make more than ${MOST_VALUES} values. CloudFormation refuses such a template. Shorten their collections.`);
    }
    if (typeof value === 'string') {
      return replaced(value, bindings);
    }
    if (Array.isArray(value)) {
      return value.map(item => this.value(item, bindings));
    }
    if (!isObject(value)) {
      return value;
    }
    const bound = typeof value.Ref === 'string' && Object.keys(value).length === 1 ? bindings.get(value.Ref) : undefined;
    if (bound !== undefined) {
      return bound;
    }
    let isHidden = false;
    const entries = this.entries(value, bindings, [], () => {
      isHidden = true;
    });
    return Object.fromEntries([...entries.map(entry => [entry.name, entry.value]), ...isHidden ? [[MACRO, { Name: LANGUAGE_EXTENSIONS }]] : []]);
  }
}

/** A text with the items in the places of their identifiers; `&{…}` keeps only letters and digits. */
function replaced(text: string, bindings: Bindings): string {
  return bindings.size === 0 ? text : text.replace(/([$&])\{([A-Za-z0-9]+)\}/g, (whole, sign: string, name: string) => {
    const item = bindings.get(name);
    return item === undefined ? whole : sign === '&' ? item.replace(/[^A-Za-z0-9]/g, '') : item;
  });
}
