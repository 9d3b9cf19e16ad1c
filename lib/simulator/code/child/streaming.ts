/**
 * Program text of response streaming: the global `awslambda`, and `streamed`, which runs a handler that writes to a stream
 * and returns everything that it has written.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html
 */
export const STREAMING = `
const { Writable } = require('node:stream');
const STREAMED = Symbol.for('aws.lambda.runtime.handler.streaming');

globalThis.awslambda = {
  streamifyResponse: handler => Object.assign(handler, { [STREAMED]: 'response' }),
  HttpResponseStream: {
    from: (stream, prelude) => {
      stream.setContentType('application/vnd.awslambda.http-integration-response');
      stream.beforeFirstWrite = () => [JSON.stringify(prelude), Buffer.alloc(8)];
      return stream;
    },
  },
};

class ResponseStream extends Writable {
  written = [];

  constructor() {
    super({
      write: (chunk, encoding, done) => {
        this.written.push(...this.written.length === 0 ? this.beforeFirstWrite?.().map(part => Buffer.from(part)) ?? [] : [], chunk);
        done();
      },
    });
  }

  setContentType() {}

  write(chunk, ...rest) {
    const isPlain = typeof chunk === 'string' || chunk instanceof Uint8Array || chunk === null || chunk === undefined;
    return super.write(isPlain ? chunk : JSON.stringify(chunk), ...rest);
  }
}

/** Everything that the handler has written when it has returned and ended its stream. */
async function streamed(handler, event, context) {
  const stream = new ResponseStream();
  const ended = new Promise((resolve, reject) => stream.on('finish', resolve).on('error', reject));
  await Promise.all([handler(event, stream, context), ended]);
  return Buffer.concat(stream.written).toString();
}
`;
