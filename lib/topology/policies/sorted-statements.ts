import type { Statement } from './statement';
import { append } from '../assembly/app';
import { known, rendered, type Text } from '../values/value';

/** The statements of a policy, in the order in which it is quickest to judge them. */
export interface SortedStatements {
  /** What allows for certain if it applies, by each resource that it spells out. */
  readonly allowing: ReadonlyMap<string, readonly Statement[]>;

  /** All that allow for certain if they apply. */
  readonly allAllowing: readonly Statement[];

  /** What denies, or may deny. */
  readonly others: readonly Statement[];
}

const SORTED = new WeakMap<readonly Statement[], SortedStatements>();

/** Sorted once: a role that many functions share is asked for each of them. */
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
      for (const resource of statement.resources ?? []) append(allowing, rendered(resource), statement);
    } else {
      others.push(statement);
    }
  }
  return { allowing, allAllowing, others };
}

const SPELLINGS = new WeakMap<readonly Text[], ReadonlySet<string>>();

/** Whether one of some texts is spelled like another, which is found without going through them. */
export function includes(texts: readonly Text[], text: Text): boolean {
  let spellings = SPELLINGS.get(texts);
  if (spellings === undefined) {
    spellings = new Set(texts.filter(({ kind }) => kind !== 'unknown').map(rendered));
    SPELLINGS.set(texts, spellings);
  }
  return text.kind !== 'unknown' && spellings.has(rendered(text));
}
