import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { settingsKey, shortHash } from '../../lib/provider/settings-key';

const stack = new Stack(new App(), 'Stack');
const [one, other] = ['One', 'Other'].map(id => iam.ManagedPolicy.fromManagedPolicyName(stack, id, 'boundary'));

test('the order of settings does not count, nor do those that are not set', () => {
  expect(settingsKey(stack, { memorySize: 512, tracing: lambda.Tracing.ACTIVE, vpc: undefined }))
    .toBe(settingsKey(stack, { tracing: lambda.Tracing.ACTIVE, memorySize: 512 }));
});

test('the order of a list counts', () => {
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

test('constructs of the same id elsewhere differ', () => {
  const [a, b] = ['A', 'B'].map(id => iam.ManagedPolicy.fromManagedPolicyName(new Construct(stack, id), 'Boundary', 'boundary'));

  expect(settingsKey(stack, { permissionsBoundary: a })).not.toBe(settingsKey(stack, { permissionsBoundary: b }));
});

test('a token counts as it stands in the template, however it is numbered', () => {
  const key = (type: string) => {
    const boundary = iam.ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess');
    const parameter = new CfnParameter(new Stack(new App(), 'Stack'), 'Memory', { type });
    return settingsKey(parameter, { permissionsBoundary: boundary, memorySize: parameter.valueAsNumber });
  };

  expect(key('Number')).toBe(key('Number'));
  expect(key('Number')).toContain('{"Ref":"Memory"}');
  expect(key('Number')).not.toContain('Token');
});

test('a runtime counts by its name, whatever aws-cdk-lib knows of it', () => {
  const key = (props: lambda.LambdaRuntimeProps) => settingsKey(stack, { runtime: new lambda.Runtime('nodejs24.x', lambda.RuntimeFamily.NODEJS, props) });

  expect(key({})).toBe(key({ supportsInlineCode: true, supportsSnapStart: true, bundlingDockerImage: 'another' }));
});

test('a hash is short, fit for a logical id, and the same for ever', () => {
  expect(shortHash('Stack/Fn:live')).toBe('b2ec4b3e');
});
