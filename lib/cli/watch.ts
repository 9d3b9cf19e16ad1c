import { join } from 'node:path';
import type { GivenOptions } from './input/given-values';
import { DASH, inputOf } from './input/input';
import { integer } from './integer';
import type { Outcome } from './outcome';
import { pageInput, pageParts } from './page';
import { UsageError } from './usage-error';
import { FileChanges } from './watch/file-changes';
import { PageServer } from './watch/page-server';
import { html } from '../report/html';
import { TopologyError } from '../topology';

/** The options of `watch`. */
export interface WatchOptions extends GivenOptions {
  readonly port?: string;
  readonly exclude?: string[];
}

/** A page that is served. */
export interface Watching {
  readonly url: string;
  close(): Promise<void>;
}

const LARGEST_PORT = 65_535;

/** Serves the page of an app until the process ends, and reads the app again when it changes. */
export async function watch(paths: readonly string[], options: WatchOptions): Promise<Outcome> {
  const { url } = await watching(paths, options, line => void process.stderr.write(`cdk-async-invoke: ${line}\n`));
  return { code: 0, out: `${url}\nThe page follows each synthesis of ${paths.join(', ')}. Stop with Ctrl-C.\n` };
}

/**
 * Serves the page of an app, and reads the app again when it changes.
 *
 * @param report takes a line about an app that cannot be read; the page then stays as it was
 * @throws UsageError if an option has a wrong value, or if the port is in use
 * @throws TopologyError if the app cannot be read
 */
export async function watching(paths: readonly string[], options: WatchOptions, report: (line: string) => void): Promise<Watching> {
  const port = integer('--port', options.port, 0, LARGEST_PORT) ?? 0;
  if (paths.includes(DASH)) {
    throw new UsageError('`watch` takes files, because the standard input does not change, got: `-`. See `cdk-async-invoke watch --help`.');
  }
  const parts = pageParts();
  let shown = read(paths, options);
  const server = await started(port, html(parts, shown.input, true));
  const changes = new FileChanges(() => {
    try {
      const next = read(paths, options);
      changes.watch(next.files);
      if (JSON.stringify(next.input) !== JSON.stringify(shown.input)) {
        shown = next;
        server.replace(html(parts, shown.input, true));
      }
    } catch (error) {
      report(reasonOf(error));
    }
  });
  changes.watch(shown.files);
  return {
    url: server.url,
    close: async () => {
      changes.close();
      await server.close();
    },
  };
}

function read(paths: readonly string[], options: WatchOptions) {
  const app = inputOf(paths, options);
  const input = pageInput(app, options, { excluded: options.exclude });
  return { input, files: app.assembly === undefined ? paths : Object.keys(input.files).map(file => join(app.assembly!, file)) };
}

async function started(port: number, page: string): Promise<PageServer> {
  try {
    return await PageServer.started(port, page);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EADDRINUSE' || code === 'EACCES'
      ? new UsageError(`\`--port\` must be a free port, got: ${port}. Leave it out for any free one.`)
      : error;
  }
}

/** Why the app cannot be read; an unexpected error with its stack. A synthesis may be half done. */
function reasonOf(error: unknown): string {
  const { message, stack, syscall } = error as NodeJS.ErrnoException;
  return error instanceof TopologyError || error instanceof UsageError || syscall !== undefined ? message : String(stack);
}
