import { hiddenByTransforms, transformsOf } from '../../../lib/topology/language-extensions/transforms';

test.each<[unknown, Array<string | undefined>]>([
  [undefined, []],
  ['A', ['A']],
  [['A', { Name: 'B', Parameters: {} }], ['A', 'B']],
  [{ Name: 'AWS::Include' }, ['AWS::Include']],
  [{ Name: { Ref: 'Name' } }, [undefined]],
])('the transforms of %j are %j', (Transform, names) => {
  expect(transformsOf({ Transform })).toEqual(names);
});

test.each<[string, unknown, string[]]>([
  ['no transform', undefined, []],
  ['the language extensions', 'AWS::LanguageExtensions', []],
  ['another macro', 'My::Macro', ['the template has a `Transform`']],
  ['the language extensions and another macro', ['AWS::LanguageExtensions', 'My::Macro'], ['the template has a `Transform`']],
  ['a macro whose name is an expression', { Name: { Ref: 'Name' } }, ['the template has a `Transform`']],
])('%s', (_, Transform, reasons) => {
  expect(hiddenByTransforms({ Transform, Resources: { Fn: { Type: 'AWS::Lambda::Function' } } })).toEqual(reasons);
});

test('the resources of SAM are listed by type', () => {
  expect(hiddenByTransforms({
    Transform: 'AWS::Serverless-2016-10-31',
    Resources: {
      Orders: { Type: 'AWS::Serverless::Function' },
      Api: { Type: 'AWS::Serverless::HttpApi' },
      Mails: { Type: 'AWS::Serverless::Function' },
      Queue: { Type: 'AWS::SQS::Queue' },
    },
  })).toEqual([
    'the template has a `Transform`',
    'resources of SAM\'s type `AWS::Serverless::Function` are not read: `Mails`, `Orders`',
    'resources of SAM\'s type `AWS::Serverless::HttpApi` are not read: `Api`',
  ]);
});
