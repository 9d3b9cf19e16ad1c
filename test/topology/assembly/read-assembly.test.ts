import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, NestedStack, Stack, Stage, aws_lambda as lambda, aws_lambda_destinations as destinations, aws_sqs as sqs } from 'aws-cdk-lib';
import { readAssembly, TopologyError } from '../../../lib/topology';
import { at, ENV, functionIn, synthesized, withAssembly } from '../synthesized';

test('stacks, nested stacks and stages are read with their environments', () => {
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

test('a nested stack and its parent pass each other references', () => {
  const { configs, queues } = synthesized(app => {
    const parent = new Stack(app, 'Parent');
    const inner = new NestedStack(new NestedStack(parent, 'Outer'), 'Inner');
    const queue = new sqs.Queue(new NestedStack(parent, 'Queues'), 'Queue');
    functionIn(inner, 'Fn').configureAsyncInvoke({ onFailure: new destinations.SqsDestination(queue) });
  });
  expect(configs[0].onFailure).toMatchObject({ kind: 'queue', resource: at(queues.values(), 'Parent/Queues/Queue/Resource').key });
});

test.each([
  ['with path metadata in the templates', { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true }],
  ['without', {}],
])('construct paths are found %s', (_, context) => {
  const { functions } = synthesized(app => {
    functionIn(new NestedStack(new Stack(app, 'Parent'), 'Nested'), 'Fn');
    functionIn(new Stack(new Stage(app, 'Prod'), 'Orders'), 'Fn');
  }, { context });
  expect([...functions.values()].map(({ path }) => path)).toEqual(['Parent/Nested/Fn/Resource', 'Prod/Orders/Fn/Resource']);
});

test('a nested stack whose template is missing is a known gap', () => {
  const { stacks } = withAssembly(app => {
    functionIn(new NestedStack(new Stack(app, 'Parent'), 'Nested'), 'Fn');
  }, directory => {
    const nested = JSON.parse(readFileSync(join(directory, 'Parent.assets.json'), 'utf8'));
    for (const { source } of Object.values<{ source: { path: string } }>(nested.files)) {
      if (source.path.includes('.nested.')) rmSync(join(directory, source.path), { force: true });
    }
    return readAssembly(directory);
  });
  expect([...stacks.values()].map(({ unknowns }) => unknowns)).toEqual([
    [expect.stringMatching(/^the template of nested stack `NestedNestedStack\w+` is not in the assembly$/)],
  ]);
});

describe('an assembly that is broken', () => {
  const directory = join(tmpdir(), `topology-broken-${process.pid}`);
  const stack = (templateFile: unknown) => ({ artifacts: { S: { type: 'aws:cloudformation:stack', properties: { templateFile } } } });
  const write = (files: Record<string, unknown>) => {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(directory, name), typeof content === 'string' ? content : JSON.stringify(content));
    }
  };
  beforeEach(() => mkdirSync(directory));
  afterEach(() => rmSync(directory, { recursive: true }));

  function message(files: Record<string, unknown>): string {
    write(files);
    try {
      readAssembly(directory);
    } catch (error) {
      expect(error).toBeInstanceOf(TopologyError);
      return (error as Error).message.replaceAll(directory, '<dir>');
    }
    return 'nothing was thrown';
  }

  test.each<[string, Record<string, unknown>, string]>([
    ['no manifest', {}, 'A cloud assembly names "manifest.json", which is not in `<dir>`. Synthesize the app again.'],
    ['artifacts that are a list', { 'manifest.json': { artifacts: [] } },
      '`artifacts` in `manifest.json` must be an object, got: a list. Synthesize the app again.'],
    ['a manifest that is a list', { 'manifest.json': [] },
      '`artifacts` in `manifest.json` must be an object, got: a list. Synthesize the app again.'],
    ['a stack without template', { 'manifest.json': stack(undefined) },
      '`templateFile` of artifact `S` in `manifest.json` must be a string, got: nothing. Synthesize the app again.'],
    ['a template that is missing', { 'manifest.json': stack('S.json') },
      '`templateFile` of artifact `S` names "S.json", which is not in `<dir>`. Synthesize the app again.'],
    ['a template outside', { 'manifest.json': stack('../S.json') },
      '`templateFile` of artifact `S` must name a file within the assembly, got: "../S.json". Synthesize the app again.'],
    ['a template with an impossible name', { 'manifest.json': stack('a\0b') },
      '`templateFile` of artifact `S` names "a\\u0000b", which is not in `<dir>`. Synthesize the app again.'],
    ['a template that is a directory', { 'manifest.json': stack('.') },
      '`templateFile` of artifact `S` must name a file, got: ".". Synthesize the app again.'],
    ['a template that is a list', { 'manifest.json': stack('S.json'), 'S.json': [] },
      'The template of stack `S` (S.json) must be a JSON object, got: a list. Synthesize the app again.'],
    ['a stage that is the app itself', { 'manifest.json': { artifacts: { Me: { type: 'cdk:cloud-assembly', properties: { directoryName: '.' } } } } },
      '`manifest.json` must be in one assembly only, but it contains itself, or there are more than 1000. Synthesize the app again.'],
    ['a stage outside', { 'manifest.json': { artifacts: { Me: { type: 'cdk:cloud-assembly', properties: { directoryName: '..' } } } } },
      '`directoryName` of assembly `..` must name a file within the assembly, got: "../manifest.json". Synthesize the app again.'],
    ['a nested stack that is its parent', {
      'manifest.json': stack('S.json'),
      'S.json': { Resources: { Me: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': 'S.json' } } } },
    }, 'The nested stack `Me` of stack `S` must not contain itself, but its template is S.json again. Synthesize the app again.'],
  ])('%s', (_, files, expected) => {
    expect(message(files)).toBe(expected);
  });

  test('a template that is not JSON', () => {
    expect(message({ 'manifest.json': stack('S.json'), 'S.json': '{"Resources": ' }))
      .toMatch(/^`S\.json` \(`templateFile` of artifact `S`\) must be JSON: .+\. Synthesize the app again\.$/);
  });

  test('a link that leads outside', () => {
    symlinkSync(join(__filename), join(directory, 'S.json'));
    expect(message({ 'manifest.json': stack('S.json') }))
      .toBe('`templateFile` of artifact `S` must name a file within the assembly, got: "S.json". Synthesize the app again.');
  });

  test('a template ten thousand levels deep', () => {
    const deep = `{"Resources":{"A":{"Type":"AWS::SQS::Queue","Properties":${'{"Ref":'.repeat(10_000)}1${'}'.repeat(10_000)}}}}`;
    expect(message({ 'manifest.json': stack('S.json'), 'S.json': deep }))
      .toBe('`A` in the template of stack `S` (S.json) is nested more than 200 levels deep. CloudFormation takes no such template: synthesize the app again.');
  });

  test('nested stacks that multiply', () => {
    const level = (next: string) => ({
      Resources: Object.fromEntries(['A', 'B', 'C'].map(id => [id, { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': next } }])),
    });
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`L${i}.json`, level(`L${i + 1}.json`)]));
    expect(message({ 'manifest.json': stack('L0.json'), ...files }))
      .toMatch(/^The app must have at most 10000 stacks, but nested stacks multiply in `S\/[ABC/]+`\. Synthesize the app again\.$/);
  });

  test('an assembly without stacks is an app that says nothing', () => {
    write({ 'manifest.json': { artifacts: {} } });
    expect(readAssembly(directory).functions.size).toBe(0);
  });
});

test('a directory that does not exist', () => {
  expect(() => readAssembly('/nowhere/cdk.out'))
    .toThrow(new TopologyError('`/nowhere/cdk.out` must be a cloud assembly, but there is no such directory. Run `cdk synth` first.'));
});

test('an alias and its config are read as aws-cdk-lib writes them', () => {
  const { qualifiedFunctions } = synthesized((app: App) => {
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
