import { aws_lambda as lambda } from 'aws-cdk-lib';
import { literal, unknown } from '../../../lib/topology/values/value';
import { at, functionIn, stackOf } from '../synthesized';
import { resource, resources } from '../templates';

test('reads an alias of aws-cdk-lib with weights', () => {
  const { aliases, versions } = stackOf(stack => {
    const fn = functionIn(stack, 'Fn');
    const other = new lambda.Version(stack, 'Other', { lambda: fn });
    new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion, additionalVersions: [{ version: other, weight: 0.1 }] });
  });
  const version = (path: string) => ({ kind: 'reference', resource: at(versions.values(), path).key, attribute: 'Version' });
  expect(at(aliases.values(), 'S/Live/Resource')).toMatchObject({
    name: literal('live'),
    function: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/), qualifier: literal('live'), qualified: true },
    version: version('S/Fn/CurrentVersion/Resource'),
    additionalVersions: [{ version: version('S/Other/Resource'), weight: literal(0.1) }],
  });
});

test('identifies an alias whose name is unknown', () => {
  const { aliases } = resources({
    Fn: resource('Lambda::Function'),
    A: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, Name: { Ref: 'Nope' } }),
  });
  expect(aliases.get('S.A')).toMatchObject({
    function: { key: 'S.Fn:${S.A.Name}' },
    name: unknown('`Nope` is neither a parameter nor a resource of stack `S`'),
    version: unknown('`FunctionVersion` is missing'),
    additionalVersions: [],
  });
});

test('unreadable weights are unknown', () => {
  const { aliases } = resources({ A: resource('Lambda::Alias', { RoutingConfig: 'all' }) });
  expect(aliases.get('S.A')!.additionalVersions).toEqual(unknown('it has the wrong type'));
});
