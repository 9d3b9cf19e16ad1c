/** The way to a value in a document: names of entries and indexes of items. */
export type DocumentPath = ReadonlyArray<string | number>;

/** A place in a text. Both numbers begin with 1. */
export interface Position {
  readonly line: number;

  /** In UTF-16 code units. */
  readonly column: number;
}

/** A parsed document that knows where its values are written. */
export interface LocatedDocument {
  readonly format: 'json' | 'yaml';
  readonly value: unknown;

  /** The keys that a map repeats. The last one counts, as for CloudFormation. */
  readonly repeated: ReadonlyArray<{ readonly key: string; readonly position: Position }>;

  /** The position of a value, else of the innermost value around it: an entry is at its name. */
  positionOf(path: DocumentPath): Position;
}

/** The reason why a text cannot be read. */
export interface DocumentProblem {
  /** A clause, e.g. "a key must be a text". */
  readonly problem: string;
  readonly position: Position;
}

/** Reads a text of one format. */
export type ReadDocument = (text: string) => LocatedDocument | DocumentProblem;

/** The positions of offsets in a text. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      this.starts.push(end + 1);
    }
  }

  /** The position of an offset. */
  at(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low + 1, column: offset - this.starts[low] + 1 };
  }
}
