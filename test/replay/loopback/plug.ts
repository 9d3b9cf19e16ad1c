import type { Clients } from '../../../lib/replay/worker/clients';

interface Client {
  send(...args: unknown[]): Promise<unknown>;
}

/** The plug of a process: pulled before or after a call, it stops everything that the process does. */
export class Plug {
  /** Names of the calls that began. */
  readonly calls: string[] = [];

  /** Resolves when it is pulled. */
  readonly pulled: Promise<'killed'>;
  private pull!: (killed: 'killed') => void;
  private isPulled = false;

  /**
   * @param at number of the call, from 1; 0 never
   * @param delay waits before each call, which changes the order of calls
   */
  constructor(private readonly at = 0, private readonly when: 'before' | 'after' = 'before', private readonly delay: () => Promise<void> = async () => {}) {
    this.pulled = new Promise(resolve => this.pull = resolve);
  }

  /** Puts itself in front of all clients of a process. */
  readonly attach = (clients: Clients): void => {
    this.guard(clients.dynamo);
    this.guard(clients.lambda);
    this.guard(clients.cloudWatch);
    for (const name of ['s3', 'sqs'] as const) {
      const make = clients[name].bind(clients) as (region?: string) => object;
      const guarded = new Set<object>();
      Object.assign(clients, {
        [name]: (region?: string) => {
          const client = make(region);
          if (!guarded.has(client)) {
            guarded.add(client);
            this.guard(client);
          }
          return client;
        },
      });
    }
  };

  private guard(client: object): void {
    const send = (client as Client).send.bind(client) as Client['send'];
    Object.assign(client, {
      send: async (...args: unknown[]) => {
        await this.delay();
        await this.stopIfPulled();
        this.calls.push((args[0] as object).constructor.name);
        const isLast = this.calls.length === this.at;
        if (isLast && this.when === 'before') {
          this.stop();
        }
        await this.stopIfPulled();
        const result = await send(...args);
        if (isLast) {
          this.stop();
        }
        await this.stopIfPulled();
        return result;
      },
    });
  }

  private stop(): void {
    this.isPulled = true;
    this.pull('killed');
  }

  private stopIfPulled(): Promise<void> {
    return this.isPulled ? new Promise(() => {}) : Promise.resolve();
  }
}
