import { documentOfParameters } from '../../../../lib/simulator/endpoint/query/parameters';
import { list, map, structure } from '../../../../lib/simulator/service/model/shape';

const FORM = structure({
  Text: 'string', Number: 'integer', Named: list(structure({ Id: 'string' }), 'Item'), Plain: list('string'), Attributes: map(structure({ A: 'string' }), 'Attribute'), Entries: map('string'),
});

test('reads lists and maps by their names, in the order of their numbers', () => {
  const parameters = new URLSearchParams(
    'Text=a&Number=-5&Item.10.Id=ten&Item.2.Id=two&Plain.member.1=x&Plain.member.2=y&Attribute.1.Name=n&Attribute.1.Value.A=v&Entries.entry.1.Name=k&Entries.entry.1.Value=w&Other.1=z',
  );
  expect(documentOfParameters(FORM, parameters)).toEqual({
    Text: 'a', Number: -5, Named: [{ Id: 'two' }, { Id: 'ten' }], Plain: ['x', 'y'], Attributes: { n: { A: 'v' } }, Entries: { k: 'w' },
  });
});

test('has no members that nobody sends', () => {
  expect(documentOfParameters(FORM, new URLSearchParams())).toEqual({});
});

test.each(['1.5', 'one', ''])('does not take %j for an integer', number => {
  expect(() => documentOfParameters(FORM, new URLSearchParams({ Number: number })))
    .toThrow('The simulator does not know in which words the service refuses a `Number` that is not an integer. Send an integer.');
});
