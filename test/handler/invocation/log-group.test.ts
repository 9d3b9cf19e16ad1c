import { invocation } from './invocations';
import { logGroupOf } from '../../../lib/handler/invocation/log-group';
import { readInvocation } from '../../../lib/handler/invocation/properties';
import { lambdaError } from '../loopback/lambda-answers';
import { serverForEachTest } from '../loopback/server-for-each-test';
import { TestDeployment } from '../test-deployment';

const lambda = serverForEachTest('LAMBDA');

function logGroup(deployment: TestDeployment, LogGroupName?: string): Promise<string> {
  return logGroupOf(readInvocation(invocation({ Qualifier: 'live', LogGroupName })), deployment);
}

test('a log group that is known is not asked for', async () => {
  expect(await logGroup(new TestDeployment(), '/logs/migrate')).toBe('/logs/migrate');
  expect(lambda().requests).toEqual([]);
});

test('Lambda is asked otherwise, for exactly the version that ran', async () => {
  lambda().script([{ body: { LoggingConfig: { LogGroup: '/theirs' } } }]);
  expect(await logGroup(new TestDeployment())).toBe('/theirs');
  expect(lambda().calls).toEqual(['GET /2015-03-31/functions/migrate/configuration']);
  expect(lambda().requests[0].query.get('Qualifier')).toBe('live');
});

test('names the default log group if Lambda returns none', async () => {
  lambda().script([{ body: {} }]);
  expect(await logGroup(new TestDeployment())).toBe('/aws/lambda/migrate');
});

test('names the default log group if Lambda refuses to answer, and logs the reason', async () => {
  const deployment = new TestDeployment();
  lambda().script([lambdaError(403, 'AccessDeniedException')]);
  expect(await logGroup(deployment)).toBe('/aws/lambda/migrate');
  expect(deployment.lines).toEqual([{ step: 'log group unknown', facts: { error: 'AccessDeniedException' } }]);
});

test.each([[2999, 0], [3000, 1]])('with %i ms left, Lambda is asked %i times', async (time, calls) => {
  lambda().script([{ body: {} }]);
  expect(await logGroup(new TestDeployment(time))).toBe('/aws/lambda/migrate');
  expect(lambda().requests).toHaveLength(calls);
});
