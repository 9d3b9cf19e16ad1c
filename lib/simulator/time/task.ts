import type { Due } from './due';

/** Something that happens at a time. */
export abstract class Task implements Due {
  get isVoid(): boolean {
    return false;
  }

  /** Lets it happen. The clock waits for a promise that it returns. */
  abstract happen(): void | Promise<void>;
}
