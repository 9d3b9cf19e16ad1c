import type { LineWriter, Work } from '../../replay/run/work';

/** The work bucket of a replay, in memory. */
export class MemoryWork implements Work {
  private readonly objects = new Map<string, string>();

  async get(key: string): Promise<string | undefined> {
    return this.objects.get(key);
  }

  async put(key: string, text: string): Promise<void> {
    this.objects.set(key, text);
  }

  async* keys(prefix: string): AsyncGenerator<string> {
    yield* [...this.objects.keys()].filter(key => key.startsWith(prefix)).sort();
  }

  async* lines(key: string): AsyncGenerator<string> {
    yield* (this.objects.get(key) ?? '').split('\n').filter(line => line !== '');
  }

  writer(key: string): LineWriter {
    const lines: string[] = [];
    return {
      write: async line => void lines.push(line),
      close: async () => {
        if (lines.length > 0) {
          this.objects.set(key, `${lines.join('\n')}\n`);
        }
      },
      abort: async () => {},
    };
  }
}
