import { Lazy, type Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { DeployTimeEvent, InvocationType, type DeployTimeInvocationProps } from '../../../lib';
import { invocationViolations } from '../../../lib/aws/deploy-time/invocation-admission';
import { deployTimeTarget } from '../../../lib/aws/deploy-time/target';
import { agnosticStack, fn } from '../fixture';

type Case = Omit<Partial<DeployTimeInvocationProps>, 'function'>;

/** The first words of what is wrong, up to what was got. */
function wrong(given: Case, called: (stack: Stack) => lambda.IFunction = fn): string[] {
  const stack = agnosticStack();
  const invoked = called(stack);
  const props = { function: invoked, ...given };
  const type = given.invocationType ?? InvocationType.REQUEST_RESPONSE;
  return invocationViolations({ props, type, called: invoked, target: deployTimeTarget(stack, invoked, props) }).map(message => message.split(', got')[0]);
}

const { EVENT, DRY_RUN } = InvocationType;
const token = Lazy.string({ produce: () => '!' });

test.each<Case>([
  {},
  { tenantId: token, durableExecutionName: token },
  { clientContext: { custom: 1 } },
  { clientContext: { custom: 1 }, invocationType: DRY_RUN },
  { invocationType: EVENT, awaitOutcome: true, retryAttempts: 0 },
  { triggers: { a: '1' }, invokeOn: [DeployTimeEvent.UPDATE] },
  { executeOnEveryDeployment: false, invokeOn: [DeployTimeEvent.CREATE] },
  { noEcho: true },
  { noEcho: true, invokeOn: [DeployTimeEvent.CREATE, DeployTimeEvent.UPDATE] },
  { noEcho: false, invokeOn: [DeployTimeEvent.CREATE] },
])('%j is accepted', given => {
  expect(wrong(given)).toEqual([]);
});

test('reports all violations at once', () => {
  expect(wrong({ tenantId: '', durableExecutionName: '', retryAttempts: 1, awaitOutcome: true })).toEqual([
    '`tenantId` must be 1 to 256 characters: letters, digits, spaces and . _ : / = + - @',
    '`durableExecutionName` must be 1 to 64 characters: letters, digits, hyphens and underscores',
    '`awaitOutcome` must be left out unless the invocation is an event',
  ]);
});

test.each<[string, (stack: Stack) => lambda.IFunction, Case, string[]]>([
  ['of an imported function, nobody knows', stack => lambda.Function.fromFunctionName(stack, 'Theirs', 'theirs'), {}, []],
  ['a tenant has to be named', stack => fn(stack, 'Fn', { tenancyConfig: lambda.TenancyConfig.PER_TENANT }), {}, ['`tenantId` must be given for a function with tenant isolation']],
  ['also as a token', stack => fn(stack, 'Fn', { tenancyConfig: lambda.TenancyConfig.PER_TENANT }), { tenantId: token }, []],
  ['a reserve of 0 runs nothing', stack => fn(stack, 'Fn', { reservedConcurrentExecutions: 0 }), {}, ['`function` must have a reserved concurrency other than 0']],
  ['not even an event', stack => fn(stack, 'Fn', { reservedConcurrentExecutions: 0 }).currentVersion, { invocationType: EVENT },
    ['`function` must have a reserved concurrency other than 0']],
  ['but a dry run does neither', stack => fn(stack, 'Fn', { reservedConcurrentExecutions: 0 }), { invocationType: DRY_RUN }, []],
])('%s', (_, called, given, expected) => {
  expect(wrong(given, called)).toEqual(expected);
});

test('refuses triggers without an invocation on update', () => {
  expect(wrong({ triggers: { a: '1' }, executeOnEveryDeployment: true, invokeOn: [DeployTimeEvent.CREATE, DeployTimeEvent.DELETE] })).toEqual([
    '`triggers` must be left out unless `invokeOn` lists the update',
    '`executeOnEveryDeployment` must be left out unless `invokeOn` lists the update',
  ]);
});
