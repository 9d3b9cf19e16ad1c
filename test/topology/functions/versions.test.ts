import { rendered, unknown } from '../../../lib/topology/values/value';
import { resource, resources } from '../templates';

test('a version is a qualifier of its function', () => {
  const { versions } = resources({
    Fn: resource('Lambda::Function'),
    V: resource('Lambda::Version', { FunctionName: { 'Fn::GetAtt': ['Fn', 'Arn'] } }),
    Broken: resource('Lambda::Version', { FunctionName: ['Fn'] }),
  });
  const { function: target } = versions.get('S.V')!;
  expect(target).toMatchObject({ kind: 'function', resource: 'S.Fn', key: 'S.Fn:${S.V.Version}', qualified: true });
  expect(target.kind === 'function' && rendered(target.qualifier)).toBe('${S.V.Version}');
  expect(versions.get('S.Broken')!.function).toEqual(unknown('it is a list instead of a text'));
});
