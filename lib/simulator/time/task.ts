import type { Due } from './agenda';

/** Something that happens at a time. */
export abstract class Task implements Due {
  dueAt = 0;
  order = 0;

  /** Lets it happen. The clock waits for a promise that it returns. */
  abstract happen(): void | Promise<void>;
}
