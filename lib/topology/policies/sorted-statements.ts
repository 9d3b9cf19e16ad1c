import type { Statement } from './statement';
import { append } from '../assembly/app';
import { known, rendered, type Text } from '../values/value';

/** The statements of a policy, sorted for a quick verdict. */
export class SortedStatements {
  /** All allowing statements. */
  readonly allAllowing: readonly Statement[];

  /** Statements that deny or may deny. */
  readonly others: readonly Statement[];
  private byResource?: ReadonlyMap<string, readonly Statement[]>;

  constructor(statements: readonly Statement[]) {
    this.allAllowing = statements.filter(isAllowing);
    this.others = statements.filter(statement => !isAllowing(statement));
  }

  /** Allowing statements, by each resource that they name. Sorted on first use: few statements are read faster one by one. */
  get allowing(): ReadonlyMap<string, readonly Statement[]> {
    return this.byResource ??= byResource(this.allAllowing);
  }
}

const SORTED = new WeakMap<readonly Statement[], SortedStatements>();

/** So few statements or texts are compared one by one. */
export const FEW = 8;

/** Cached if they are many: a role that many functions share is judged for each of them. */
export function sorted(statements: readonly Statement[]): SortedStatements {
  if (statements.length <= FEW) {
    return new SortedStatements(statements);
  }
  const found = SORTED.get(statements) ?? new SortedStatements(statements);
  SORTED.set(statements, found);
  return found;
}

function isAllowing({ effect }: Statement): boolean {
  return known(effect) === 'Allow';
}

function byResource(statements: readonly Statement[]): Map<string, Statement[]> {
  const found = new Map<string, Statement[]>();
  for (const statement of statements) {
    for (const resource of statement.resources ?? []) {
      append(found, rendered(resource), statement);
    }
  }
  return found;
}

const SPELLINGS = new WeakMap<readonly Text[], ReadonlySet<string>>();

/** Whether a list contains a text of the same spelling. Spellings are cached. */
export function includes(texts: readonly Text[], text: Text): boolean {
  let spellings = SPELLINGS.get(texts);
  if (spellings === undefined) {
    spellings = new Set(texts.filter(({ kind }) => kind !== 'unknown').map(rendered));
    SPELLINGS.set(texts, spellings);
  }
  return text.kind !== 'unknown' && spellings.has(rendered(text));
}
