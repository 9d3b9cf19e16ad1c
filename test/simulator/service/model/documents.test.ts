import { documentOf } from '../../../../lib/simulator/service/model/documents';
import { list, map, structure } from '../../../../lib/simulator/service/model/shape';

const FORM = structure({ Text: 'string', Bytes: 'blob', Number: 'integer', Flag: 'boolean', Time: 'timestamp', List: list('string'), Map: map(structure({ A: 'string' })) });

test('reads what the form has, and nothing else', () => {
  const document = { Text: 'a', Bytes: 'AP8=', Number: 1, Flag: true, Time: 1.5, List: ['a'], Map: { x: { A: 'a', B: 'b' } }, Other: 1 };
  expect(documentOf(FORM, document)).toEqual({ Text: 'a', Bytes: 'AP8=', Number: 1, Flag: true, Time: 1500, List: ['a'], Map: { x: { A: 'a' } } });
  expect(documentOf(FORM, { Text: null, ...JSON.parse('{"__proto__":{"Text":"a"},"constructor":1}') })).toEqual({});
});

test.each([
  [{ Text: 1 }, 'NUMBER_VALUE can not be converted to a String'],
  [{ Text: {} }, 'START_OBJECT can not be converted to a String'],
  [{ Bytes: true }, 'TRUE_VALUE can not be converted to a Blob'],
  [{ Number: 1.5 }, 'NUMBER_VALUE can not be converted to a Integer'],
  [{ Flag: 'true' }, 'STRING_VALUE can not be converted to a Boolean'],
  [{ Time: 'soon' }, 'STRING_VALUE can not be converted to a Timestamp'],
  [{ List: {} }, 'Unrecognized collection type class java.util.ArrayList'],
  [{ Map: [] }, 'Unexpected value type in payload'],
  [null, 'Unexpected value type in payload'],
])('refuses %j', (document, message) => {
  expect(() => documentOf(FORM, document)).toThrow(message);
});
