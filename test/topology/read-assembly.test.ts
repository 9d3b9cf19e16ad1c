import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestedStack, Stack, Stage, aws_lambda as lambda } from 'aws-cdk-lib';
import { manifestOf, refusalOf } from './broken-assembly';
import { ENV, functionIn, synthesized } from './synthesized';
import { readAssembly } from '../../lib/topology';

test('reads stacks, nested stacks and stages with their environments', () => {
  const { stacks } = synthesized(app => {
    functionIn(new Stack(app, 'Free'), 'Fn');
    const fixed = new Stack(app, 'Fixed', { env: ENV, stackName: 'orders' });
    functionIn(new NestedStack(fixed, 'Nested'), 'Fn');
    functionIn(new Stack(new Stage(app, 'Prod', { env: ENV }), 'Orders'), 'Fn');
  });
  expect([...stacks.values()].map(({ name, displayName, account, region, unknowns }) => ({ name, displayName, account, region, unknowns }))).toEqual([
    { name: 'orders', displayName: 'Fixed', ...ENV, unknowns: [] },
    { name: undefined, displayName: expect.stringMatching(/^Fixed\/NestedNestedStack/), ...ENV, unknowns: [] },
    { name: 'Free', displayName: 'Free', account: undefined, region: undefined, unknowns: [] },
    { name: 'Prod-Orders', displayName: 'Prod/Orders', ...ENV, unknowns: [] },
  ]);
});

test('reads an alias and its config of aws-cdk-lib', () => {
  const { qualifiedFunctions } = synthesized(app => {
    const stack = new Stack(app, 'S');
    const fn = functionIn(stack, 'Fn');
    new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion, retryAttempts: 0 });
  });
  expect([...qualifiedFunctions.values()].map(({ target, retryAttempts }) => [target.qualifier, retryAttempts])).toEqual([
    [{ kind: 'literal', value: '$LATEST' }, { kind: 'literal', value: 2 }],
    [{ kind: 'reference', resource: expect.stringMatching(/CurrentVersion/), attribute: 'Version' }, { kind: 'literal', value: 2 }],
    [{ kind: 'literal', value: 'live' }, { kind: 'literal', value: 0 }],
  ]);
});

test('reads an assembly without stacks as an empty app', () => {
  const directory = mkdtempSync(join(tmpdir(), 'topology-'));
  try {
    writeFileSync(join(directory, 'manifest.json'), '{"artifacts":{}}');
    expect(readAssembly(directory).functions.size).toBe(0);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('refuses a template that is a list', () => {
  expect(refusalOf({ 'manifest.json': manifestOf('S.json'), 'S.json': [] }))
    .toBe('The template of stack `S` (S.json) must be a JSON object, got: a list. Synthesize the app again.');
});

test('refuses a template ten thousand levels deep', () => {
  const deep = `{"Resources":{"A":{"Type":"AWS::SQS::Queue","Properties":${'{"Ref":'.repeat(10_000)}1${'}'.repeat(10_000)}}}}`;
  expect(refusalOf({ 'manifest.json': manifestOf('S.json'), 'S.json': deep }))
    .toBe('`A` in the template of stack `S` (S.json) is nested more than 200 levels deep. CloudFormation refuses such a template. Synthesize the app again.');
});
