import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack, Stage, aws_lambda as lambda, aws_sqs as sqs } from 'aws-cdk-lib';
import { literal, unknown } from '../../../lib/topology/values/value';
import { at, functionIn, stackOf, synthesized } from '../synthesized';
import { resource, resources } from '../templates';

test('reads inline source with its environment', () => {
  const { functions, queues } = stackOf(stack => {
    const { queueUrl } = new sqs.Queue(stack, 'Queue');
    functionIn(stack, 'Fn', { memorySize: 512, environment: { QUEUE_URL: queueUrl, STAGE: 'prod' } });
  });
  expect(at(functions.values(), 'S/Fn/Resource').code).toEqual({
    runtime: literal('nodejs22.x'),
    handler: literal('index.handler'),
    memorySize: literal(512),
    inline: literal('exports.handler = async () => {};'),
    asset: undefined,
    layers: [],
    environment: new Map<string, unknown>([
      ['QUEUE_URL', { kind: 'reference', resource: [...queues.keys()][0], attribute: 'Ref' }],
      ['STAGE', literal('prod')],
    ]),
  });
});

test.each([true, false])('reads an asset of a stage, with its path in the template: %s', enabled => {
  const source = mkdtempSync(join(tmpdir(), 'code-'));
  try {
    writeFileSync(join(source, 'index.js'), 'exports.handler = async () => {};');
    const { functions } = synthesized(app => {
      functionIn(new Stack(new Stage(app, 'Prod'), 'S'), 'Fn', { code: lambda.Code.fromAsset(source) });
    }, { context: { 'aws:cdk:enable-asset-metadata': enabled } });
    expect([...functions.values()][0].code).toMatchObject({ asset: expect.stringMatching(/^(assembly-Prod\/)?asset\.[0-9a-f]{64}$/), inline: undefined });
  } finally {
    rmSync(source, { recursive: true });
  }
});

test('reads layers in their order: of the app with their assets, of other stacks and imported', () => {
  const source = mkdtempSync(join(tmpdir(), 'code-'));
  try {
    writeFileSync(join(source, 'file'), '');
    const { functions } = synthesized(app => {
      const shared = new lambda.LayerVersion(new Stack(app, 'Base'), 'Shared', { code: lambda.Code.fromAsset(source) });
      const stack = new Stack(app, 'S');
      const own = new lambda.LayerVersion(stack, 'Own', { code: lambda.Code.fromAsset(source) });
      const imported = lambda.LayerVersion.fromLayerVersionArn(stack, 'Imported', 'arn:aws:lambda:us-east-1:123456789012:layer:tools:3');
      functionIn(stack, 'Fn', { layers: [own, imported, shared] });
    });
    const asset = expect.stringMatching(/^asset\.[0-9a-f]{64}$/);
    expect([...functions.values()][0].code.layers).toEqual([
      { name: expect.stringMatching(/^Own/), asset },
      { name: 'arn:aws:lambda:us-east-1:123456789012:layer:tools:3' },
      { name: expect.stringMatching(/^Shared/), asset },
    ]);
  } finally {
    rmSync(source, { recursive: true });
  }
});

test('a missing property is absent, and an unreadable one unknown', () => {
  const { functions } = resources({
    Bare: resource('Lambda::Function', {}),
    Odd: resource('Lambda::Function', { Runtime: [], Code: { S3Key: 'code.zip' }, Environment: { Variables: { A: { Ref: 'Nothing' } } } }),
  });
  expect(functions.get('S.Bare')!.code).toEqual({ layers: [], environment: new Map() });
  expect(functions.get('S.Odd')!.code).toEqual({
    runtime: unknown('it is a list instead of a text'),
    layers: [],
    environment: new Map([['A', unknown('`Nothing` is neither a parameter nor a resource of stack `S`')]]),
  });
});
