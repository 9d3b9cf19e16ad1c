import type { DocumentPath } from './located-document';
import { mentionsIn } from './mentions';

/** A resource as the template has it. */
export class RawResource {
  readonly properties: unknown;
  readonly condition: unknown;
  readonly metadata: unknown;

  /** @param key unique in the app: the stack's id, a dot, and the logical id */
  constructor(
    readonly key: string,
    readonly logicalId: string,
    readonly type: string,
    private readonly written: Readonly<Record<string, unknown>>,

    /** The way to it in its file, if that is not its logical id in `Resources`. */
    readonly writtenAt?: DocumentPath,
  ) {
    this.properties = written.Properties;
    this.condition = written.Condition;
    this.metadata = written.Metadata;
  }

  /** The logical ids in its `DependsOn`. */
  get dependsOn(): readonly string[] {
    const { DependsOn: dependsOn } = this.written;
    return dependsOn === undefined ? NONE : (Array.isArray(dependsOn) ? dependsOn : [dependsOn]).filter(id => typeof id === 'string').sort();
  }

  /** The logical ids in its references, parameters included. */
  get mentions(): readonly string[] {
    return mentionsIn(this.written);
  }
}

const NONE: readonly string[] = [];
