/** An answer of the real service that was written down. */
export interface Recording {
  /** The operation that was called. */
  readonly operation: string;

  /** The relevant part of the request. */
  readonly sent: string;

  /** The message of the answer, or what else was observed. `…` stands for names of the caller. */
  readonly answer: string;

  /** The day or month of the recording, e.g. `2025-11-25`. */
  readonly date: string;

  /** The public repository that holds the recording, as owner and name. */
  readonly repository: string;

  /** The file, folder or pull request in the repository. */
  readonly file: string;
}

/** A rule that the real service was recorded to enforce. */
export interface Recorded {
  readonly grade: 'recorded';
  readonly recordings: readonly Recording[];

  /** Sentences about what the recordings do not prove, or about a page that contradicts them. */
  readonly caveat?: string;
}

/** A rule that a page of the cloud states: the page is the source of the rule. */
export interface Documented {
  readonly grade: 'documented';

  /** What the page says, as a sentence. */
  readonly says: string;
}

/** A rule that follows from facts, while no page or recording states it. */
export interface Derived {
  readonly grade: 'derived';

  /** The facts, as sentences. */
  readonly from: readonly string[];
}

/** The evidence of a rule, by its grade. */
export type Evidence = Recorded | Documented | Derived;

/**
 * A sentence that quotes what the service answers, e.g. `Lambda refuses it: "…"`.
 *
 * @param what the part before the quotation
 */
export function quoting(what: string, { answer }: Recording): string {
  return `${what}: "${answer}"${answer.endsWith('.') ? '' : '.'}`;
}
