import type { Statement } from './statement';
import { append } from '../assembly/app';
import { known, rendered, type Text } from '../values/value';

/** The statements of a policy, sorted for a quick verdict. */
export interface SortedStatements {
  /** Allowing statements, by each resource that they name. */
  readonly allowing: ReadonlyMap<string, readonly Statement[]>;

  /** All allowing statements. */
  readonly allAllowing: readonly Statement[];

  /** Statements that deny or may deny. */
  readonly others: readonly Statement[];
}

const SORTED = new WeakMap<readonly Statement[], SortedStatements>();

/** Cached: a role that many functions share is judged for each of them. */
export function sorted(statements: readonly Statement[]): SortedStatements {
  const found = SORTED.get(statements) ?? sort(statements);
  SORTED.set(statements, found);
  return found;
}

function sort(statements: readonly Statement[]): SortedStatements {
  const allowing = new Map<string, Statement[]>();
  const allAllowing: Statement[] = [];
  const others: Statement[] = [];
  for (const statement of statements) {
    if (known(statement.effect) === 'Allow') {
      allAllowing.push(statement);
      for (const resource of statement.resources ?? []) {
        append(allowing, rendered(resource), statement);
      }
    } else {
      others.push(statement);
    }
  }
  return { allowing, allAllowing, others };
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
