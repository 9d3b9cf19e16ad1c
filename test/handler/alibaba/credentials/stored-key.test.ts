import { storedKey } from '../../../../lib/handler/alibaba/credentials/stored-key';
import { serverForEachTest } from '../../loopback/server-for-each-test';
import { TestDeployment } from '../../test-deployment';
import { SECRET_ARN, secretsError, secretValue } from '../loopback/secret-answers';

const secrets = serverForEachTest('SECRETS_MANAGER');
let deployment: TestDeployment;

beforeEach(() => {
  deployment = new TestDeployment();
});

function key(arn = SECRET_ARN) {
  return storedKey({ SecretArn: arn }, deployment);
}

test.each([
  [{ accessKeyId: 'id', accessKeySecret: 'secret' }, { accessKeyId: 'id', accessKeySecret: 'secret' }],
  [{ accessKeyId: 'id', accessKeySecret: 'secret', securityToken: 't', more: 1 }, { accessKeyId: 'id', accessKeySecret: 'secret', securityToken: 't' }],
  [{ accessKeyId: 'id', accessKeySecret: 'secret', securityToken: '' }, { accessKeyId: 'id', accessKeySecret: 'secret' }],
])('%j is a key', async (value, expected) => {
  secrets().script([secretValue(value)]);
  expect(await key()).toEqual(expected);
  expect(JSON.parse(secrets().requests[0].body)).toEqual({ SecretId: SECRET_ARN });
});

test.each([
  ['top secret', 'no JSON object'],
  ['"top secret"', 'no JSON object'],
  ['["top secret"]', 'no JSON object'],
  [{ accessKeyId: 'top secret' }, 'one without `accessKeySecret`'],
  [{ accessKeyId: 1, AccessKeySecret: 'top secret' }, 'one without `accessKeyId` and `accessKeySecret`'],
  [{ accessKeyId: 'top secret', accessKeySecret: '  ' }, 'one without `accessKeySecret`'],
])('ignores the message %j', async (value, got) => {
  secrets().script([secretValue(value)]);
  await expect(key()).rejects.toThrow(new Error(
    `\`credentials\` must be a secret with \`accessKeyId\` and \`accessKeySecret\` in JSON, got: ${got}. The secret is ${SECRET_ARN}.`));
});

test('refuses a binary secret', async () => {
  secrets().script([{ body: { ARN: SECRET_ARN, SecretBinary: 'e30=' } }]);
  await expect(key()).rejects.toThrow('got: a binary one.');
});

test('is asked for in the Region of the secret', async () => {
  secrets().script([secretValue({ accessKeyId: 'id', accessKeySecret: 'secret' })]);
  await key('arn:aws:secretsmanager:eu-west-1:123456789012:secret:other-AbCdEf');
  expect(secrets().requests[0].headers.authorization).toContain('/eu-west-1/secretsmanager/');
});

test('waits for a permission that has just been given', async () => {
  secrets().script(() => deployment.elapsed < 90_000 ? secretsError(400, 'AccessDeniedException', 'not yet') : secretValue({ accessKeyId: 'id', accessKeySecret: 's' }));
  expect(await key()).toEqual({ accessKeyId: 'id', accessKeySecret: 's' });
});

test.each(['reset' as const, secretsError(500, 'InternalServiceError'), secretsError(400, 'ThrottlingException')])('asks again after %j', async answer => {
  secrets().script([answer, secretValue({ accessKeyId: 'id', accessKeySecret: 's' })]);
  expect(await key()).toMatchObject({ accessKeyId: 'id' });
});

test('fails at once if there is no secret', async () => {
  secrets().script([secretsError(400, 'ResourceNotFoundException', "Secrets Manager can't find the specified secret.")]);
  await expect(key()).rejects.toThrow("Secrets Manager can't find the specified secret.");
  expect(deployment.elapsed).toBe(0);
});

test('logs nothing of it', async () => {
  secrets().script(['reset', secretValue({ accessKeyId: 'the-id', accessKeySecret: 'the-secret' })]);
  await key();
  expect(JSON.stringify(deployment.lines)).not.toMatch(/the-id|the-secret/);
});
