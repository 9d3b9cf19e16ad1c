import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FunctionEventInvokeConfig, LambdaClient, GetFunctionEventInvokeConfigCommand, InvokeCommand, type InvokeCommandOutput } from '@aws-sdk/client-lambda';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { InvocationRecord } from 'cdk-async-invoke/invocation-record';

const INVOCATION = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** One call that passed through. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly invocationType?: string;
  readonly body: string;
}

/**
 * Lambda, as the functions in the emulator see it: the emulator's own, with what that lacks.
 *
 * MiniStack tells no destination of a success, and its records of failure name no request. So
 * an event for a function with a config runs here, and its record goes where the config says.
 * And it keeps the config of `$LATEST` apart from that of the unqualified function, which are one.
 */
export class LambdaGateway {
  static async start(): Promise<LambdaGateway> {
    const server = createServer();
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return new LambdaGateway(server);
  }

  /** What has been asked of Lambda so far. */
  readonly calls: Call[] = [];
  private emulator = '';

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      void this.answer(request, response).catch(error => response.writeHead(502).end(String(error)));
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** @param emulator where the rest is answered */
  forwardTo(emulator: string): void {
    this.emulator = emulator;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const url = new URL(request.url!, this.emulator);
    const invocationType = request.headers['x-amz-invocation-type'] as string | undefined;
    this.calls.push({ method: request.method!, path: decodeURIComponent(url.pathname + url.search), invocationType, body });

    const [, encoded] = INVOCATION.exec(url.pathname) ?? [];
    if (encoded && invocationType === 'Event') {
      const reference = referenceOf(decodeURIComponent(encoded), url.searchParams.get('Qualifier'));
      const config = await this.config(reference);
      if (config?.DestinationConfig?.OnSuccess?.Destination || config?.DestinationConfig?.OnFailure?.Destination) {
        const requestId = randomUUID();
        response.writeHead(202, { 'x-amzn-RequestId': requestId }).end();
        // It has been answered. When the emulator is stopped, events may still be waiting.
        await this.run(requestId, reference, body, config).catch(() => undefined);
        return;
      }
    }
    if (url.pathname.endsWith('/event-invoke-config') && !url.searchParams.has('Qualifier')) {
      url.searchParams.set('Qualifier', '$LATEST');
    }
    const { host, ...headers } = request.headers as Record<string, string>;
    const answer = await fetch(url, { method: request.method, headers, body: body || undefined });
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
  }

  private async config(reference: Reference): Promise<FunctionEventInvokeConfig | undefined> {
    return this.lambda().send(new GetFunctionEventInvokeConfigCommand(reference)).catch(() => undefined);
  }

  private async run(requestId: string, reference: Reference, payload: string, config: FunctionEventInvokeConfig): Promise<void> {
    let result: InvokeCommandOutput;
    let attempts = 0;
    do {
      attempts += 1;
      result = await this.lambda().send(new InvokeCommand({ ...reference, Payload: payload || undefined }));
    } while (result.FunctionError && attempts <= (config.MaximumRetryAttempts ?? 2));

    const side = result.FunctionError ? config.DestinationConfig?.OnFailure : config.DestinationConfig?.OnSuccess;
    const queue = side?.Destination?.split(':');
    if (queue) {
      const record: InvocationRecord = {
        version: '1.0',
        timestamp: new Date().toISOString(),
        requestContext: {
          requestId,
          functionArn: config.FunctionArn!,
          condition: result.FunctionError ? 'RetriesExhausted' : 'Success',
          approximateInvokeCount: result.FunctionError ? attempts : 1,
        },
        requestPayload: payload ? JSON.parse(payload) : undefined,
        responseContext: { statusCode: 200, executedVersion: result.ExecutedVersion, functionError: result.FunctionError },
        responsePayload: result.Payload?.length ? JSON.parse(result.Payload.transformToString()) : null,
      };
      await new SQSClient({ endpoint: this.emulator }).send(new SendMessageCommand({
        QueueUrl: `${this.emulator}/${queue[4]}/${queue[5]}`,
        MessageBody: JSON.stringify(record),
      }));
    }
  }

  private lambda(): LambdaClient {
    return new LambdaClient({ endpoint: this.emulator });
  }
}

interface Reference {
  readonly FunctionName: string;
  readonly Qualifier?: string;
}

/** The function and the qualifier, wherever the caller has written it. */
function referenceOf(name: string, qualifier: string | null): Reference {
  const parts = name.split(':');
  const inName = name.startsWith('arn:') ? parts[7] : parts[1];
  return { FunctionName: name.startsWith('arn:') ? parts[6] : parts[0], Qualifier: qualifier ?? inName };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}
