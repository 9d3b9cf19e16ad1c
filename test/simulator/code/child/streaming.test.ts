import { NotKnownError } from '../../../../lib/simulator';
import { ranFrom } from '../code-of-asset';

const streaming = (body: string) => ({ 'index.mjs': `export const handler = awslambda.streamifyResponse(async (event, stream, context) => { ${body} });` });

test('runs a handler that writes its response to a stream', async () => {
  const outcome = await ranFrom(streaming('stream.write("{\\"id\\":"); stream.write(context.functionName.length); stream.end("}");'), 'index.handler');
  expect([outcome.error, outcome.response]).toEqual([undefined, { id: expect.any(Number) }]);
});

test('waits until a pipeline has written everything', async () => {
  const outcome = await ranFrom({
    'index.mjs': `import { Readable } from 'node:stream';
      import { pipeline } from 'node:stream/promises';
      export const handler = awslambda.streamifyResponse(async (event, stream) => pipeline(Readable.from(['"a', 'b"']), stream), { highWaterMark: 1 });`,
  }, 'index.handler');
  expect([outcome.error, outcome.response]).toEqual([undefined, 'ab']);
});

test('reports what a streaming handler throws', async () => {
  expect((await ranFrom(streaming('throw new RangeError("boom");'), 'index.handler')).error).toMatchObject({ errorType: 'RangeError', errorMessage: 'boom' });
});

test('a stream that never ends is a failure', async () => {
  expect((await ranFrom(streaming('stream.write("1");'), 'index.handler')).error).toMatchObject({ errorType: 'Runtime.NodeJsExit' });
});

test.each([
  ['text', 'stream.end("plain");'],
  ['HTTP metadata', 'awslambda.HttpResponseStream.from(stream, { statusCode: 200 }).end("{}");'],
])('does not know the record of a streamed response that is not JSON: %s', async (_, body) => {
  await expect(ranFrom(streaming(body), 'index.handler')).rejects.toThrow(NotKnownError);
});
