import { ask } from './ask';
import { arnOf, DeployedService } from './deployed';
import { addPermission, getPolicy, removePermission } from '../../../lib/simulator/service/permissions';

const ALLOWED = { StatementId: 's3', Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' };

function service() {
  return new DeployedService({ functions: { fn: { versions: ['1'], aliases: { live: '1' } } } });
}

async function statementsOf(app: DeployedService, functionName: string): Promise<object[]> {
  const { body } = await ask(app, getPolicy, { functionName }) as { body: { Policy: string } };
  return JSON.parse(body.Policy).Statement;
}

test.each([
  ['a service', {}, { Principal: { Service: 's3.amazonaws.com' } }],
  ['a bucket of an account', { SourceArn: 'arn:aws:s3:::b', SourceAccount: '111111111111' }, {
    Principal: { Service: 's3.amazonaws.com' },
    Condition: { StringEquals: { 'AWS:SourceAccount': '111111111111' }, ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::b' } },
  }],
  ['an account', { Principal: '222222222222' }, { Principal: { AWS: 'arn:aws:iam::222222222222:root' } }],
  ['a role', { Principal: 'arn:aws:iam::222222222222:role/r' }, { Principal: { AWS: 'arn:aws:iam::222222222222:role/r' } }],
  ['an organization', { Principal: '*', PrincipalOrgID: 'o-abcdefghij' }, { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } } }],
])('lets %s in', async (_, request, statement) => {
  const app = service();
  const expected = { Sid: 's3', Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: arnOf('fn'), ...statement };
  const { status, body } = await ask(app, addPermission, { body: { ...ALLOWED, ...request } }) as { status: number; body: { Statement: string } };
  expect([status, JSON.parse(body.Statement)]).toEqual([201, expected]);
  expect(await statementsOf(app, 'fn')).toEqual([expected]);
});

test('keeps a policy for each alias and version', async () => {
  const app = service();
  await ask(app, addPermission, { functionName: 'fn:live', body: ALLOWED });
  expect(await statementsOf(app, 'fn:live')).toMatchObject([{ Resource: `${arnOf('fn')}:live` }]);
  expect(await ask(app, getPolicy)).toBe('404 ResourceNotFoundException: The resource you requested does not exist.');
});

test('removes statements, and the policy with the last one', async () => {
  const app = service();
  expect(await ask(app, removePermission, { statementId: 's3' })).toBe('404 ResourceNotFoundException: No policy is associated with the given resource.');
  await ask(app, addPermission, { body: ALLOWED });
  expect(await ask(app, addPermission, { body: ALLOWED })).toBe(
    '409 ResourceConflictException: The statement id (s3) provided already exists. Please provide a new statement id, or remove the existing statement.',
  );
  expect(await ask(app, removePermission, { statementId: 'sns' })).toBe('404 ResourceNotFoundException: Statement sns is not found in resource policy.');
  expect(await ask(app, removePermission, { statementId: 's3' })).toEqual({ status: 204 });
  expect(await ask(app, getPolicy)).toBe('404 ResourceNotFoundException: The resource you requested does not exist.');
});

test.each([
  ['without a statement id, action or principal', { StatementId: 's3' }],
  ['with RevisionId', { ...ALLOWED, RevisionId: 'r' }],
])('does not know AddPermission %s', async (what, body) => {
  expect(await ask(service(), addPermission, { body })).toBe(
    `The simulator does not know what Lambda answers to AddPermission ${what}. Send \`StatementId\`, \`Action\` and \`Principal\`, `
    + 'and if needed `SourceArn`, `SourceAccount`, `EventSourceToken`, `PrincipalOrgID`.',
  );
});
