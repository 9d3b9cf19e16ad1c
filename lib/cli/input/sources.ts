import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../checks';
import { readJson, type DocumentPath, type LocatedDocument, type StackNode, type TemplateFile, type Topology } from '../../topology';

/** A place in a file. Numbers begin with 1. */
export interface SourcePlace {
  /** The file as the user names it, or below the directory that the user names. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The name of what is read from the standard input. */
export const STANDARD_INPUT = 'standard input';

/** The files that an app was read from. */
export class Sources {
  /** The templates of an assembly, which are read again for the places in them. */
  static ofAssembly(directory: string, topology: Topology): Sources {
    return new Sources(topology, file => {
      const path = join(directory, file);
      const document = readJson(readFileSync(path, 'utf8'));
      return { file: path, document: 'problem' in document ? undefined : document };
    });
  }

  static ofTemplates(files: readonly TemplateFile[], topology: Topology): Sources {
    return new Sources(topology, file => files.find(each => each.file === file)!);
  }

  private readonly documents = new Map<string, Source>();
  private readonly stacks: ReadonlyMap<string, StackNode>;

  private constructor(private readonly topology: Topology, private readonly read: (file: string) => Source) {
    this.stacks = new Map([...topology.stacks.values()].map(stack => [stack.displayName, stack]));
  }

  /** The place of what was found; `undefined` if the app has no file. */
  placeOf({ stack, logicalId, property }: Pick<Finding, 'stack' | 'logicalId' | 'property'>): SourcePlace | undefined {
    const node = this.stacks.get(stack);
    if (node?.file === undefined) {
      return undefined;
    }
    const { file, document } = this.source(node.file);
    const written = this.topology.resources.get(`${node.id}.${logicalId}`)?.writtenAt ?? ['Resources', logicalId];
    return document && { file, ...document.positionOf([...written, 'Properties', ...partsOf(property)]) };
  }

  private source(file: string): Source {
    const source = this.documents.get(file) ?? this.read(file);
    this.documents.set(file, source);
    return source;
  }
}

interface Source {
  readonly file: string;
  readonly document?: LocatedDocument;
}

/** The way to a property, e.g. `Targets[0].Arn`. */
function partsOf(property: string): DocumentPath {
  return [...property.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index));
}
