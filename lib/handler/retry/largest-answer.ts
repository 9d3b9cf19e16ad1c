import { Transform, type Readable } from 'node:stream';
import type { LambdaClient } from '@aws-sdk/client-lambda';

const MIB = 1024 * 1024;

/** Most bytes of one answer. Lambda returns 6 MB at most; the handler has 256 MiB of memory by default. */
export const LARGEST_ANSWER = 16 * MIB;

/** Thrown when an answer is larger than any that a service sends. */
export class AnswerTooLarge extends Error {
/** Status "content too large", which is not retried. */
  readonly $metadata = { httpStatusCode: 413 };

  constructor() {
    super(`The answer is larger than ${LARGEST_ANSWER / MIB} MiB, so it was not read to the end.`);
    this.name = 'AnswerTooLarge';
  }
}

/** Makes a client stop reading an answer that does not fit into the memory of the handler. */
export function limitAnswers(client: LambdaClient): LambdaClient {
  client.middlewareStack.add(next => async call => {
    const result = await next(call);
    const response = result.response as { body: unknown };
    response.body = limited(response.body as Readable);
    return result;
  }, { step: 'deserialize', priority: 'low', name: 'limitAnswers' });
  return client;
}

function limited(body: Readable): Readable {
  let bytes = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.byteLength;
      if (bytes > LARGEST_ANSWER) {
        body.destroy();
        done(new AnswerTooLarge());
      } else {
        done(null, chunk);
      }
    },
  });
  body.on('error', error => counter.destroy(error));
  return body.pipe(counter);
}
