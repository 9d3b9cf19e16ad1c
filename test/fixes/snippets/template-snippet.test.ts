import { templateSnippet } from '../../../lib/fixes';

const OPERATIONS = [
  { stack: 'S', op: 'add', path: '/Resources/Q', value: { Type: 'AWS::SQS::Queue' } },
  { stack: 'S', op: 'replace', path: '/Resources/A/Properties/a~1b', value: { Ref: 'Q' } },
  { stack: 'S', op: 'add', path: '/Resources/A/Tags/1', value: { Key: 'k' } },
  { stack: 'S', op: 'remove', path: '/Resources/B' },
] as const;

test('in YAML', () => {
  expect(templateSnippet(OPERATIONS, 'yaml', () => 't.yaml')).toBe([
    '# t.yaml: add to Resources', 'Q:', '  Type: AWS::SQS::Queue',
    '# t.yaml: replace in Resources.A.Properties', 'a/b: !Ref Q',
    '# t.yaml: add to Resources.A.Tags', '- Key: k',
    '# t.yaml: remove from Resources: B',
  ].join('\n'));
});

test('says an item at the end of a list, and only that something is removed, even if it is added before', () => {
  expect(templateSnippet([
    { stack: 'S', op: 'add', path: '/Resources/A/Tags/-', value: { Key: 'k' } },
    { stack: 'S', op: 'add', path: '/Resources/B', value: {} },
    { stack: 'S', op: 'remove', path: '/Resources/B' },
  ], 'yaml', () => 't.yaml')).toBe(['# t.yaml: add to Resources.A.Tags', '- Key: k', '# t.yaml: remove from Resources: B'].join('\n'));
});

test('in JSON', () => {
  expect(templateSnippet(OPERATIONS, 'json', () => undefined)).toBe([
    '// add to Resources', '"Q": {', '  "Type": "AWS::SQS::Queue"', '}',
    '// replace in Resources.A.Properties', '"a/b": {', '  "Ref": "Q"', '}',
    '// add to Resources.A.Tags', '{', '  "Key": "k"', '}',
    '// remove from Resources: B',
  ].join('\n'));
});
