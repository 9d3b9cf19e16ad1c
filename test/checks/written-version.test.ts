import { noVersion, versionNamed } from '../../lib/checks/written-version';
import { ADDITIONAL_VERSION, ALIAS_VERSION } from '../../lib/constraints/aws-lambda/alias';
import { literal } from '../../lib/topology';
import { resource, resources } from '../topology/templates';

const topology = resources({
  Fn: resource('Lambda::Function'),
  Ver: resource('Lambda::Version', { FunctionName: { Ref: 'Fn' } }),
});
const reference = (attribute: string) => ({ kind: 'reference', resource: 'S.Ver', attribute }) as const;

test('a version has the name of its construct, or its number', () => {
  expect(versionNamed(topology, reference('Version'))).toBe('S.Ver');
  expect(versionNamed(topology, literal('7'))).toBe('"7"');
});

test('`$LATEST` is a version, but not an additional one', () => {
  expect(noVersion(topology, literal('$LATEST'), ALIAS_VERSION)).toBeUndefined();
  expect(noVersion(topology, literal('$LATEST'), ADDITIONAL_VERSION)).toEqual({ value: '"$LATEST"', remedy: undefined });
});

test('the number of a version is one, and its ARN is not', () => {
  expect(noVersion(topology, reference('Version'), ADDITIONAL_VERSION)).toBeUndefined();
  expect(noVersion(topology, reference('Arn'), ADDITIONAL_VERSION)).toMatchObject({ value: 'the ARN of S.Ver', remedy: { when: 'the value is the ARN of a version' } });
});
