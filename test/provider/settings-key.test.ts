import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { settingsKey, shortHash } from '../../lib/provider/settings-key';

const stack = new Stack(new App(), 'Stack');
const [one, other] = ['One', 'Other'].map(id => iam.ManagedPolicy.fromManagedPolicyName(stack, id, 'boundary'));

test('ignores the order of settings, and absent ones', () => {
  expect(settingsKey(stack, { memorySize: 512, tracing: lambda.Tracing.ACTIVE, vpc: undefined }))
    .toBe(settingsKey(stack, { tracing: lambda.Tracing.ACTIVE, memorySize: 512 }));
});

test('respects the order of a list', () => {
  expect(settingsKey(stack, { securityGroups: [one, other] })).not.toBe(settingsKey(stack, { securityGroups: [other, one] }));
});

test.each([
  ['numbers', { memorySize: 512 }, { memorySize: 513 }],
  ['what is set and what is not', { memorySize: 512 }, {}],
  ['runtimes', { runtime: lambda.Runtime.NODEJS_22_X }, { runtime: lambda.Runtime.NODEJS_20_X }],
  ['architectures', { architecture: lambda.Architecture.ARM_64 }, { architecture: lambda.Architecture.X86_64 }],
  ['constructs, whatever they are named', { permissionsBoundary: one }, { permissionsBoundary: other }],
  ['what is nested', { vpcSubnets: { subnetGroupName: 'a' } }, { vpcSubnets: { subnetGroupName: 'b' } }],
])('%s differ', (_, a, b) => {
  expect(settingsKey(stack, a)).not.toBe(settingsKey(stack, b));
});

test('distinguishes constructs of the same id in different places', () => {
  const [a, b] = ['A', 'B'].map(id => iam.ManagedPolicy.fromManagedPolicyName(new Construct(stack, id), 'Boundary', 'boundary'));

  expect(settingsKey(stack, { permissionsBoundary: a })).not.toBe(settingsKey(stack, { permissionsBoundary: b }));
});

test('compares a token by its form in the template, not by its number', () => {
  const key = (type: string) => {
    const boundary = iam.ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess');
    const parameter = new CfnParameter(new Stack(new App(), 'Stack'), 'Memory', { type });
    return settingsKey(parameter, { permissionsBoundary: boundary, memorySize: parameter.valueAsNumber });
  };

  expect(key('Number')).toBe(key('Number'));
  expect(key('Number')).toContain('{"Ref":"Memory"}');
  expect(key('Number')).not.toContain('Token');
});

test('compares a runtime by its name only', () => {
  const key = (props: lambda.LambdaRuntimeProps) => settingsKey(stack, { runtime: new lambda.Runtime('nodejs24.x', lambda.RuntimeFamily.NODEJS, props) });

  expect(key({})).toBe(key({ supportsInlineCode: true, supportsSnapStart: true, bundlingDockerImage: 'another' }));
});

test('makes a short, stable hash that fits a logical id', () => {
  expect(shortHash('Stack/Fn:live')).toBe('b2ec4b3e');
});
