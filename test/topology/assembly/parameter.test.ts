import { declaredParameter, isList, isStored, itemsOf } from '../../../lib/topology/assembly/parameter';

test.each([
  [{ Type: 'String', Default: 'a' }, undefined, { type: 'String', value: 'a' }],
  [{ Type: 'String', Default: 'a' }, 'b', { type: 'String', value: 'b' }],
  [{ Type: 'Number' }, undefined, { type: 'Number', value: undefined }],
  ['malformed', undefined, { type: '', value: undefined }],
])('%j, given %j', (raw, given, declared) => {
  expect(declaredParameter(raw, given)).toEqual(declared);
});

test.each([
  ['String', false, false], ['CommaDelimitedList', true, false], ['List<Number>', true, false], ['AWS::SSM::Parameter::Value<String>', false, true],
])('a parameter of type %s', (type, list, stored) => {
  expect([isList({ type }), isStored({ type })]).toEqual([list, stored]);
});

test('items lose the spaces around them', () => {
  expect(itemsOf({ type: 'CommaDelimitedList', value: 'a, b ,c' })).toEqual(['a', 'b', 'c']);
});
