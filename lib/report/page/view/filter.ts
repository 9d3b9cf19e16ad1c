import { CALLER_WORDS } from '../../caller-words';
import type { App, AppFunction } from '../model/app';
import type { Fate } from '../model/fate';

/** What a reader searches for. An empty text allows everything. */
export interface Filter {
  readonly text: string;
  readonly stack: string;

  /** `lost`, `error`, `warning`, `kept` or `unknown`. */
  readonly state: string;

  /** The kind of a caller. */
  readonly caller: string;
}

export const EVERYTHING: Filter = { text: '', stack: '', state: '', caller: '' };

/** The functions that a filter lets through. */
export function filtered(functions: readonly AppFunction[], fates: ReadonlyMap<string, Fate>, { text, stack, state, caller }: Filter): AppFunction[] {
  const words = text.toLowerCase().split(/\s+/).filter(word => word !== '');
  return functions.filter(fn => {
    const { id, explained: { callers, onSuccess, onFailure, deadLetterQueue } } = fn;
    const names = [id, onSuccess, onFailure, deadLetterQueue, ...callers.flatMap(({ from, by }) => [from, by]), ...fn.findings.map(finding => finding.id)].join('\n').toLowerCase();
    return words.every(word => names.includes(word))
      && (stack === '' || fn.stack === stack)
      && (caller === '' || callers.some(({ kind }) => kind === caller))
      && (state === '' || fates.get(id)?.kind === state || fn.findings.some(({ severity }) => severity === state));
  });
}

/** What there is to filter by: values with their words. */
export function choicesOf({ functions }: App): { readonly stacks: readonly string[]; readonly callers: ReadonlyArray<readonly [string, string]> } {
  const kinds = new Set(functions.flatMap(({ explained }) => explained.callers.map(({ kind }) => kind)));
  return {
    stacks: [...new Set(functions.map(({ stack }) => stack))].sort(),
    callers: [...kinds].map(kind => [kind, CALLER_WORDS[kind]] as const).sort(([, a], [, b]) => a < b ? -1 : 1),
  };
}
