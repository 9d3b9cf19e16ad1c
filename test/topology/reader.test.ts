import { resource } from './templates';
import { indexed } from '../../lib/topology/assembly/app';
import { environmentOf } from '../../lib/topology/assembly/stack';
import { parseTemplate } from '../../lib/topology/assembly/template';
import { Reader } from '../../lib/topology/reader';
import { literal, unknown, type Text } from '../../lib/topology/values/value';

function readerOf(Resources: Record<string, unknown>, Conditions = {}) {
  const template = parseTemplate({ Resources, Conditions }, 'S', 'template');
  const environment = environmentOf('S', 'aws://123456789012/eu-west-1');
  return new Reader(indexed([{ id: 'S', displayName: 'S', assembly: '', environment, template, nested: new Map() }]));
}

test('returns resources by type, without those whose condition is false', () => {
  const reader = readerOf({ B: resource('SQS::Queue'), A: resource('SNS::Topic'), C: resource('SQS::Queue', {}, { Condition: 'No' }) }, { No: { 'Fn::Equals': [1, 2] } });
  expect(reader.all('AWS::SQS::Queue', 'AWS::SNS::Topic').map(({ origin }) => origin.key)).toEqual(['S.B', 'S.A']);
  expect(reader.everything().map(({ origin }) => origin.key)).toEqual(['S.A', 'S.B']);
});

test('returns a target, an unknown one, or nothing', () => {
  const reader = readerOf({ A: resource('SQS::Queue', { Empty: '', Wrong: [], Right: { 'Fn::GetAtt': ['A', 'Arn'] } }) });
  const [declared] = reader.everything();
  const target = (name: string) => reader.target(declared.properties.text(name), declared);
  expect([target('Missing'), target('Empty')]).toEqual([undefined, undefined]);
  expect(target('Wrong')).toMatchObject({ kind: 'unknown' });
  expect(target('Right')).toMatchObject({ kind: 'queue', resource: 'S.A' });
  expect(target('Right')).toBe(target('Right'));
  expect(reader.named(declared.properties.required('Missing'), declared)).toEqual({ kind: 'unknown', reason: '`Missing` is missing' });
});

test('returns the function of a reference with each qualifier, and the same object without one', () => {
  const references = { Name: { Ref: 'Fn' }, Arn: { 'Fn::GetAtt': ['Fn', 'Arn'] }, Other: { 'Fn::GetAtt': ['Fn', 'constructor'] } };
  const reader = readerOf({ Fn: resource('Lambda::Function', references) });
  const [declared] = reader.everything();
  const fn = (name: string, qualifier?: Text) => reader.function(declared.properties.required(name), declared, qualifier);

  expect(fn('Name')).toMatchObject({ arn: { attribute: 'Name' }, resource: 'S.Fn', key: 'S.Fn:$LATEST', qualifier: literal('$LATEST'), qualified: false });
  expect(fn('Arn')).toEqual({ ...fn('Name'), arn: { kind: 'reference', resource: 'S.Fn', attribute: 'Arn' } });
  expect(fn('Arn', literal('live'))).toEqual({ ...fn('Arn'), key: 'S.Fn:live', qualifier: literal('live'), qualified: true });
  expect(fn('Arn', unknown('why'))).toEqual(unknown('why'));
  expect([fn('Name') === fn('Name'), fn('Arn') === fn('Arn')]).toEqual([true, true]);
  expect(fn('Other')).toMatchObject({ kind: 'function', qualified: false });
});

test('returns a function of another stack in the place of the reference', () => {
  const stackOf = (id: string, region: string, Resources: object) => ({
    id,
    displayName: id,
    assembly: '',
    environment: environmentOf(id, `aws://123456789012/${region}`),
    template: parseTemplate({ Resources }, id, 'template'),
    nested: new Map(),
  });
  const reader = new Reader(indexed([stackOf('A', 'eu-west-1', { Fn: resource('Lambda::Function') }), stackOf('B', 'us-east-1', { Queue: resource('SQS::Queue') })]));
  const [fn, queue] = reader.everything();
  const name = { kind: 'reference', resource: 'A.Fn', attribute: 'Name' } as const;

  expect(reader.function(name, fn)).toMatchObject({ region: literal('eu-west-1') });
  expect(reader.function(name, queue)).toMatchObject({ region: literal('us-east-1') });
});

test('looks names up in the account and Region of their stack', () => {
  const reader = readerOf({ Role: resource('IAM::Role', { RoleName: 'me' }) });
  const [declared] = reader.everything();
  expect(reader.resourceNamed('iam', literal('me'), declared)).toBe('S.Role');
  expect(reader.resourceNamed('iam', literal('you'), declared)).toBeUndefined();
});

test('reads a file asset by the hash in the name of an object', () => {
  const hash = 'a'.repeat(64);
  const reader = new Reader(indexed([], new Map([[hash, `asset.${hash}.json`]]), path => `content of ${path}`));
  const content = `content of asset.${hash}.json`;
  expect(reader.assetText(literal(`${hash}.json`))).toBe(content);
  expect(reader.assetText(literal(`s3://bucket/${hash}.asl.json`))).toBe(content);
  expect(reader.assetText(literal(hash))).toBe(content);
  expect([`${'b'.repeat(64)}.json`, 'definition.json'].map(name => reader.assetText(literal(name)))).toEqual([undefined, undefined]);
  expect(reader.assetText(undefined)).toBeUndefined();
});
