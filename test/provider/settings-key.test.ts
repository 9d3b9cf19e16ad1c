import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { settingsKey, shortHash } from '../../lib/provider/settings-key';

const stack = new Stack(new App(), 'Stack');
const [one, other] = ['One', 'Other'].map(id => iam.ManagedPolicy.fromManagedPolicyName(stack, id, 'boundary'));

test('the order of settings does not count, nor do those that are not set', () => {
  expect(settingsKey({ memorySize: 512, tracing: lambda.Tracing.ACTIVE, vpc: undefined }))
    .toBe(settingsKey({ tracing: lambda.Tracing.ACTIVE, memorySize: 512 }));
});

test('the order of a list counts', () => {
  expect(settingsKey({ securityGroups: [one, other] })).not.toBe(settingsKey({ securityGroups: [other, one] }));
});

test.each([
  ['numbers', { memorySize: 512 }, { memorySize: 513 }],
  ['what is set and what is not', { memorySize: 512 }, {}],
  ['runtimes', { runtime: lambda.Runtime.NODEJS_22_X }, { runtime: lambda.Runtime.NODEJS_20_X }],
  ['architectures', { architecture: lambda.Architecture.ARM_64 }, { architecture: lambda.Architecture.X86_64 }],
  ['constructs, whatever they are named', { permissionsBoundary: one }, { permissionsBoundary: other }],
  ['what is nested', { vpcSubnets: { subnetGroupName: 'a' } }, { vpcSubnets: { subnetGroupName: 'b' } }],
])('%s differ', (_, a, b) => {
  expect(settingsKey(a)).not.toBe(settingsKey(b));
});

test('a hash is short, fit for a logical id, and the same for ever', () => {
  expect(shortHash('Stack/Fn:live')).toBe('b2ec4b3e');
});
