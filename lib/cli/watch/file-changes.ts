import { unwatchFile, watchFile } from 'node:fs';

/** How often the files are looked at, in milliseconds. Unlike notifications, that works the same on every system, and when a file is replaced. */
const INTERVAL = 250;

/** How long nothing may change before a change is told, in milliseconds: a synthesis writes several files. */
const QUIET = 300;

/** Tells when files change, appear or disappear. */
export class FileChanges {
  private watched: ReadonlySet<string> = new Set();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly tell: () => void) {}

  /** Watches these files, and no others any more. */
  watch(files: Iterable<string>): void {
    const wanted = new Set(files);
    for (const file of this.watched) {
      if (!wanted.has(file)) {
        unwatchFile(file, this.changed);
      }
    }
    for (const file of wanted) {
      if (!this.watched.has(file)) {
        watchFile(file, { interval: INTERVAL }, this.changed);
      }
    }
    this.watched = wanted;
  }

  close(): void {
    clearTimeout(this.timer);
    this.watch([]);
  }

  private readonly changed = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.tell, QUIET);
  };
}
