import { ExpectedResult, IntegTest } from '@aws-cdk/integ-tests-alpha';
import { Aws, Duration, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { stableApp } from './stable-app';
import { DeployTimeEvent, DeployTimeInvocation, InvocationType } from 'cdk-async-invoke';

const app = stableApp();
const stack = new Stack(app, 'DeployTimeInvocations');

const add = new lambda.Function(stack, 'Add', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  timeout: Duration.seconds(10),
  code: lambda.Code.fromInline(`exports.handler = async ({ a, b, account, deployment }) => {
  if (typeof a !== 'number') throw new TypeError('a is no number');
  return { sum: { value: a + b }, account, action: deployment?.action ?? 'none' };
};`),
});

const synchronous = new DeployTimeInvocation(stack, 'Synchronous', {
  function: add,
  payload: { a: 1, b: 2, account: Aws.ACCOUNT_ID },
  payloadOnDelete: { a: 0, b: 0 },
  invokeOn: [DeployTimeEvent.CREATE, DeployTimeEvent.UPDATE, DeployTimeEvent.DELETE],
  lifecycleKey: 'deployment',
});
const awaited = new DeployTimeInvocation(stack, 'Awaited', {
  function: add,
  invocationType: InvocationType.EVENT,
  payload: { a: synchronous.getResponseAsNumber('sum.value'), b: 4 },
  awaitOutcome: true,
});
new DeployTimeInvocation(stack, 'DryRun', { function: add, invocationType: InvocationType.DRY_RUN, executeAfter: [awaited] });

const results = new ssm.StringParameter(stack, 'Results', {
  stringValue: [synchronous.getResponse('action'), synchronous.getResponse('sum.value'), awaited.getResponse('sum.value')].join(' '),
});

const { assertions } = new IntegTest(app, 'Invocations', { testCases: [stack] });
assertions
  .awsApiCall('SSM', 'getParameter', { Name: results.parameterName })
  .expect(ExpectedResult.objectLike({ Parameter: { Value: 'create 3 7' } }));
