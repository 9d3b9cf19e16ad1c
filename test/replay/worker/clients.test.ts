import { Clients } from '../../../lib/replay/worker/clients';
import { LambdaFunctions } from '../../../lib/replay/worker/lambda-functions';
import { serverForEachTest } from '../../handler/loopback/server-for-each-test';

const CALL = { target: 'arn:aws:lambda:us-east-1:123456789012:function:orders:live', text: '{}' };

const lambda = serverForEachTest('LAMBDA');

test('a connection closes soon when it is idle, but not while Lambda takes its time', async () => {
  // Longer than connections may be idle.
  lambda().script([{ status: 202, headers: { 'x-amzn-requestid': 'slow' }, after: new Promise(resolve => setTimeout(resolve, 4500)) }]);
  const clients = new Clients();

  expect(await new LambdaFunctions(clients.lambda).invoke(CALL)).toEqual({ kind: 'accepted', newId: 'slow' });
  const begun = Date.now();
  await lambda().hungUp();
  expect(Date.now() - begun).toBeLessThan(20_000);
});

test('an event is sent once, also if Lambda fails', async () => {
  lambda().script([{ status: 500 }, { status: 202 }]);

  expect(await new LambdaFunctions(new Clients().lambda).invoke(CALL)).toMatchObject({ kind: 'unknown' });
  expect(lambda().requests).toHaveLength(1);
});

test('makes one client for each Region', () => {
  const clients = new Clients();

  expect(clients.s3('eu-west-1')).toBe(clients.s3('eu-west-1'));
  expect(clients.s3('eu-west-1')).not.toBe(clients.s3('us-east-1'));
  expect(clients.sqs()).toBe(clients.sqs());
  expect(clients.sqs()).not.toBe(clients.sqs('us-east-1'));
  clients.destroy();
});
