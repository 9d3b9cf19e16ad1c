import { InvokeCommand } from '@aws-sdk/client-lambda';
import { LambdaClients } from '../../../lib/handler/lambda/clients';
import { classify } from '../../../lib/handler/retry/classify';
import { serverForEachTest } from '../loopback/server-for-each-test';

const MIB = 1024 * 1024;
const lambda = serverForEachTest('LAMBDA');

/** Bytes of the answer to an invocation. */
async function invoke(bytes: number): Promise<number> {
  lambda().script([{ body: 'x'.repeat(bytes) }]);
  const { Payload } = await new LambdaClients().of({ FunctionName: 'f' }).send(new InvokeCommand({ FunctionName: 'f' }));
  return Payload!.byteLength;
}

test('reads all that Lambda returns', async () => {
  expect(await invoke(6 * MIB)).toBe(6 * MIB);
});

test('stops reading after 16 MiB, and does not ask again', async () => {
  const error = await invoke(17 * MIB).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'AnswerTooLarge', message: expect.stringContaining('The answer is larger than 16 MiB, so it was not read to the end.') });
  expect(classify(error)).toBe('no');
});
