import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../checks';
import { propertyPath, readJson, type LocatedDocument, type StackNode, type TemplateFile, type Topology } from '../../topology';

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
    const { file, document } = this.source(node) ?? {};
    const written = this.topology.resources.get(`${node?.id}.${logicalId}`)?.writtenAt ?? ['Resources', logicalId];
    return file !== undefined && document ? { file, ...document.positionOf([...written, ...propertyPath(property)]) } : undefined;
  }

  /** A resource as its template has it, by its key, even if its condition does not hold; `undefined` for a resource that a loop makes. */
  resource(key: string): unknown {
    const [stack, logicalId] = [key.slice(0, key.lastIndexOf('.')), key.slice(key.lastIndexOf('.') + 1)];
    const document = this.source(this.topology.stacks.get(stack))?.document;
    const resources = (document?.value as { readonly Resources?: Readonly<Record<string, unknown>> } | undefined)?.Resources;
    return resources && Object.hasOwn(resources, logicalId) ? resources[logicalId] : undefined;
  }

  /** The file of the template of a stack, by the id of the stack. */
  fileOf(stack: string): string | undefined {
    return this.source(this.topology.stacks.get(stack))?.file;
  }

  /** The format of the template of a stack, by the id of the stack. */
  formatOf(stack: string): LocatedDocument['format'] {
    return this.source(this.topology.stacks.get(stack))?.document?.format ?? 'json';
  }

  private source(stack: StackNode | undefined): Source | undefined {
    const file = stack?.file;
    if (file === undefined) {
      return undefined;
    }
    const source = this.documents.get(file) ?? this.read(file);
    this.documents.set(file, source);
    return source;
  }
}

interface Source {
  readonly file: string;
  readonly document?: LocatedDocument;
}
