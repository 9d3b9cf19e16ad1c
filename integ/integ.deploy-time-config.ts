import { ExpectedResult, IntegTest } from '@aws-cdk/integ-tests-alpha';
import { Duration, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { stableApp } from './stable-app';
import { AsyncInvokeConfigLookup, DeployTimeAsyncInvokeConfig } from 'cdk-async-invoke';

const app = stableApp();

const theirs = new Stack(app, 'DeployTimeConfigTheirs');
const fn = new lambda.Function(theirs, 'Function', {
  functionName: 'cdk-async-invoke-integ-theirs',
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => undefined;'),
  maxEventAge: Duration.hours(2),
  retryAttempts: 2,
});

const ours = new Stack(app, 'DeployTimeConfigOurs');
ours.node.addDependency(theirs);
const imported = lambda.Function.fromFunctionName(ours, 'Function', 'cdk-async-invoke-integ-theirs');
const config = new DeployTimeAsyncInvokeConfig(ours, 'Config', { function: imported, retryAttempts: 0, merge: true });
const lookup = new AsyncInvokeConfigLookup(ours, 'Lookup', { function: imported });
lookup.node.addDependency(config);
const found = new ssm.StringParameter(ours, 'Found', {
  stringValue: [lookup.isConfiguredAsString, lookup.retryAttempts, lookup.maxEventAge.toSeconds()].join(' '),
});

const { assertions } = new IntegTest(app, 'Configs', { testCases: [ours] });
assertions
  .awsApiCall('Lambda', 'getFunctionEventInvokeConfig', { FunctionName: fn.functionName })
  .expect(ExpectedResult.objectLike({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 7200 }));
assertions
  .awsApiCall('SSM', 'getParameter', { Name: found.parameterName })
  .expect(ExpectedResult.objectLike({ Parameter: { Value: 'true 0 7200' } }));
