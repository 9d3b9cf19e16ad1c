import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NestedStack, Stack, aws_lambda_destinations as destinations, aws_sqs as sqs } from 'aws-cdk-lib';
import { readAssembly } from '../../../lib/topology';
import { manifestOf, refusalOf } from '../broken-assembly';
import { at, functionIn, synthesized, withAssembly } from '../synthesized';

test('resolves references between a nested stack and its parent', () => {
  const { configs, queues } = synthesized(app => {
    const parent = new Stack(app, 'Parent');
    const inner = new NestedStack(new NestedStack(parent, 'Outer'), 'Inner');
    const queue = new sqs.Queue(new NestedStack(parent, 'Queues'), 'Queue');
    functionIn(inner, 'Fn').configureAsyncInvoke({ onFailure: new destinations.SqsDestination(queue) });
  });
  expect(configs[0].onFailure).toMatchObject({ kind: 'queue', resource: at(queues.values(), 'Parent/Queues/Queue/Resource').key });
});

test('reports a nested stack without template as a gap', () => {
  const { stacks } = withAssembly(app => {
    functionIn(new NestedStack(new Stack(app, 'Parent'), 'Nested'), 'Fn');
  }, directory => {
    const { files } = JSON.parse(readFileSync(join(directory, 'Parent.assets.json'), 'utf8'));
    for (const { source } of Object.values<{ source: { path: string } }>(files)) {
      if (source.path.includes('.nested.')) {
        rmSync(join(directory, source.path));
      }
    }
    return readAssembly(directory);
  });
  expect([...stacks.values()].map(({ unknowns }) => unknowns)).toEqual([
    [expect.stringMatching(/^the template of nested stack `NestedNestedStack\w+` is not in the assembly$/)],
  ]);
});

const nested = (file: string, ids: string[]) => ({
  Resources: Object.fromEntries(ids.map(id => [id, { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': file } }])),
});

test('refuses a nested stack that is its own parent', () => {
  expect(refusalOf({ 'manifest.json': manifestOf('S.json'), 'S.json': nested('S.json', ['Me']) }))
    .toBe('The nested stack `Me` of stack `S` must not contain itself, but its template is S.json again. Synthesize the app again.');
});

test('refuses refuses nested stacks that multiply', () => {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`L${i}.json`, nested(`L${i + 1}.json`, ['A', 'B', 'C'])]));
  expect(refusalOf({ 'manifest.json': manifestOf('L0.json'), ...files }))
    .toMatch(/^The app must have at most 10000 stacks, but nested stacks multiply in `S\/[ABC/]+`\. Synthesize the app again\.$/);
});
