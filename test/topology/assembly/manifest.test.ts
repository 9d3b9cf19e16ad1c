import { manifestOf, refusalOf } from '../broken-assembly';

const stage = (directoryName: unknown) => ({ artifacts: { Me: { type: 'cdk:cloud-assembly', properties: { directoryName } } } });

test.each<[string, Record<string, unknown>, string]>([
  ['whose artifacts are a list', { 'manifest.json': { artifacts: [] } },
    '`artifacts` in `manifest.json` must be an object, got: a list. Synthesize the app again.'],
  ['that is a list', { 'manifest.json': [] }, '`artifacts` in `manifest.json` must be an object, got: a list. Synthesize the app again.'],
  ['with a stack without template', { 'manifest.json': manifestOf(undefined) },
    '`templateFile` of artifact `S` in `manifest.json` must be a string, got: nothing. Synthesize the app again.'],
  ['with a stage that is the app itself', { 'manifest.json': stage('.') },
    '`manifest.json` must be in one assembly only, but it contains itself, or there are more than 1000. Synthesize the app again.'],
  ['with a stage outside', { 'manifest.json': stage('..') },
    '`directoryName` of assembly `..` must name a file within the assembly, got: "../manifest.json". Synthesize the app again.'],
  ['with a stage without directory', { 'manifest.json': stage(3) },
    '`directoryName` of artifact `Me` in `manifest.json` must be a string, got: a number. Synthesize the app again.'],
])('refuses a manifest %s', (_, files, message) => {
  expect(refusalOf(files)).toBe(message);
});

test('refuses a manifest ten thousand levels deep', () => {
  expect(refusalOf({ 'manifest.json': `${'['.repeat(10_000)}${']'.repeat(10_000)}` }))
    .toBe('`manifest.json` is nested more than 200 levels deep. CloudFormation refuses such a template. Synthesize the app again.');
});
