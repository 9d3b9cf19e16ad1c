import { Collections } from '../../../lib/topology/language-extensions/collections';

const DOCUMENT = {
  Parameters: {
    Names: { Type: 'CommaDelimitedList', Default: 'a, b' },
    Open: { Type: 'CommaDelimitedList' },
    Stage: { Type: 'String', Default: 'prod' },
    Stored: { Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: '/names' },
  },
  Mappings: { ByStage: { prod: { Names: ['p', 'q'], One: 'x' } } },
};

const collections = new Collections(DOCUMENT, new Map([['Given', 'never declared']]));

test.each<[string, unknown, readonly string[] | undefined]>([
  ['a list', ['a', 1, true], ['a', '1', 'true']],
  ['a list with parameters and items of outer loops', [{ Ref: 'Stage' }, { Ref: 'Outer' }], ['prod', 'o']],
  ['a parameter', { Ref: 'Names' }, ['a', 'b']],
  ['a mapping', { 'Fn::FindInMap': ['ByStage', { Ref: 'Stage' }, 'Names'] }, ['p', 'q']],
  ['an empty list', [], []],
  ['a parameter without default', { Ref: 'Open' }, undefined],
  ['a parameter of Parameter Store', { Ref: 'Stored' }, undefined],
  ['a parameter that is not a list', { Ref: 'Stage' }, undefined],
  ['a list parameter as an item', [{ Ref: 'Names' }], undefined],
  ['an item that only the deployment knows', ['a', { Ref: 'AWS::Region' }], undefined],
  ['a mapping by Region', { 'Fn::FindInMap': ['ByStage', { Ref: 'AWS::Region' }, 'Names'] }, undefined],
  ['an entry that is not a list', { 'Fn::FindInMap': ['ByStage', 'prod', 'One'] }, undefined],
  ['another function', { 'Fn::Split': [',', 'a,b'] }, undefined],
])('%s', (_, collection, items) => {
  expect(collections.itemsOf(['Name', collection, {}], new Map([['Outer', 'o']]))).toEqual(items);
});

test.each([[[]], [['Name', ['a']]], [[1, ['a'], {}]], [['Name', ['a'], 'body']], ['text']])('%j is not a loop', loop => {
  expect(collections.itemsOf(loop, new Map())).toBeUndefined();
});

test('a given value replaces the default', () => {
  expect(new Collections(DOCUMENT, new Map([['Names', 'x,y'], ['Open', 'z']])).itemsOf(['Name', { Ref: 'Names' }, {}], new Map())).toEqual(['x', 'y']);
});
