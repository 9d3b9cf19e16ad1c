/** Entries of one call to SQS. */
const MOST = 10;

/** Time in milliseconds for which an entry waits for others. */
const WAIT = 20;

/** Collects entries of single calls into batches of ten. */
export class Batches<T> {
  private waiting: { readonly entry: T; readonly done: () => void; readonly failed: (error: unknown) => void }[] = [];
  private timer?: NodeJS.Timeout;

  constructor(private readonly send: (entries: readonly T[]) => Promise<void>) {}

  /** Resolves when the batch of the entry was sent. */
  add(entry: T): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ entry, done, failed });
      if (this.waiting.length >= MOST) {
        this.flush();
      } else {
        this.timer ??= setTimeout(() => this.flush(), WAIT);
      }
    });
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = this.waiting;
    this.waiting = [];
    void this.send(batch.map(({ entry }) => entry)).then(
      () => batch.forEach(({ done }) => done()),
      (error: unknown) => batch.forEach(({ failed }) => failed(error)),
    );
  }
}
