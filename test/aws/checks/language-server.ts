import { spawn } from 'node:child_process';

/** A mark in the editor, as the language server of the CDK publishes it. */
export interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly severity: number;
  readonly code: string;
  readonly source: string;
  readonly message: string;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri: string; readonly diagnostics: readonly (Omit<Diagnostic, 'file' | 'line'> & { range: { start: { line: number } } })[] };
}

const INITIALIZE = 1;

/** Starts `cdk lsp` as an editor does, and returns the first marks that it publishes. */
export function firstDiagnostics(cdk: string, applicationDir: string): Promise<Diagnostic[]> {
  const server = spawn(cdk, ['lsp'], {
    cwd: applicationDir, env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true' }, stdio: ['pipe', 'pipe', 'ignore'],
  });
  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const diagnostics = new Promise<Diagnostic[]>((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', code => reject(new Error(`the language server has ended with ${code}`)));
    onMessage(server.stdout, ({ id, method, params }) => {
      if (id === INITIALIZE) {
        send({ method: 'initialized', params: {} });
      } else if (method === 'textDocument/publishDiagnostics') {
        resolve(params!.diagnostics.map(({ range, ...mark }) => ({ ...mark, file: new URL(params!.uri).pathname, line: range.start.line })));
      }
    });
  });
  send({ id: INITIALIZE, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {}, initializationOptions: { applicationDir } } });
  return diagnostics.finally(() => server.kill());
}

function onMessage(stream: NodeJS.ReadableStream, handle: (message: Message) => void): void {
  let unread = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    unread = Buffer.concat([unread, chunk]);
    for (let next = firstMessage(unread); next; next = firstMessage(unread)) {
      unread = unread.subarray(next.end);
      handle(next.message);
    }
  });
}

function firstMessage(bytes: Buffer): { message: Message; end: number } | undefined {
  const start = bytes.indexOf('\r\n\r\n') + 4;
  const end = start + Number(/Content-Length: (\d+)/.exec(bytes.toString('latin1', 0, start))?.[1]);
  return start > 3 && bytes.length >= end ? { message: JSON.parse(bytes.toString('utf8', start, end)) as Message, end } : undefined;
}
