import { resource, resources } from './templates';
import { hasUnknownEffects } from '../../lib/topology/custom-resources';
import { literal, unknown } from '../../lib/topology/values/value';

const HANDLER = { Handler: resource('Lambda::Function', {}) };

function custom(properties: object, type = 'Custom::Thing') {
  return resources({ ...HANDLER, Thing: { Type: type, Properties: properties } }).customResources.get('S.Thing');
}

test.each(['Custom::Thing', 'AWS::CloudFormation::CustomResource'])('reads the service token of %s', type => {
  expect(custom({ ServiceToken: { 'Fn::GetAtt': ['Handler', 'Arn'] } }, type)).toMatchObject({
    key: 'S.Thing',
    type,
    serviceToken: { kind: 'function', resource: 'S.Handler' },
  });
});

test('keeps the shape of properties, turns numbers and booleans into texts, and leaves absent ones out', () => {
  const { properties } = custom({
    Number: 3,
    Switch: false,
    Absent: { Ref: 'AWS::NoValue' },
    Map: { List: ['a', { Ref: 'AWS::NoValue' }, { Deep: { 'Fn::GetAtt': ['Handler', 'Arn'] } }] },
    Lines: { 'Fn::Split': ['-', 'a-b'] },
    Later: { 'Fn::GetAZs': '' },
  })!;

  expect(properties).toEqual(new Map(Object.entries({
    Number: literal('3'),
    Switch: literal('false'),
    Map: {
      kind: 'map',
      entries: new Map([['List', {
        kind: 'list',
        items: [
          literal('a'),
          { kind: 'map', entries: new Map([['Deep', { kind: 'reference', resource: 'S.Handler', attribute: 'Arn' }]]) },
        ],
      }]]),
    },
    Lines: { kind: 'list', items: [literal('a'), literal('b')] },
    Later: unknown('`Fn::GetAZs` is known at deploy time only'),
  })));
});

test('ignores other resources', () => {
  expect(custom({}, 'AWS::SQS::Queue')).toBeUndefined();
});

test.each([
  ['Custom::AWS', true],
  ['AWS::CloudFormation::CustomResource', true],
  ['Custom::S3BucketNotifications', false],
  ['Custom::LogRetention', false],
  ['Custom::Trigger', false],
  ['AWS::Lambda::Function', false],
])('whether %s has unknown effects: %p', (type, expected) => {
  expect(hasUnknownEffects(type)).toBe(expected);
});
