import type { MixinReportEntry } from './mixin-report';
import { MixinOutcome } from './mixin-report';

/** Collects the entries of a report: the last one of each function and qualifier, but what was added stays added. */
export class Report {
  private readonly found = new Map<string, MixinReportEntry>();

  /** The entries, in the order in which the functions were visited first. */
  get entries(): MixinReportEntry[] {
    return [...this.found.values()];
  }

  /** @param key the qualifier in the form that is the same for all its spellings; absent for the whole function */
  add(entry: MixinReportEntry, key: string | undefined = entry.qualifier): void {
    const place = `${entry.functionPath}\0${key ?? ''}`;
    if (this.found.get(place)?.outcome !== MixinOutcome.ADDED) {
      this.found.set(place, entry);
    }
  }

  /** Drops an entry about a whole function, of which more is known now. */
  forget(functionPath: string): void {
    this.found.delete(`${functionPath}\0`);
  }
}
