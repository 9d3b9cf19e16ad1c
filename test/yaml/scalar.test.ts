import { plainValue } from '../../lib/yaml/scalar';

test.each<[string, string | number | boolean | null]>([
  ['', null], ['~', null], ['null', null], ['Null', null], ['nULL', 'nULL'],
  ['yes', true], ['On', true], ['TRUE', true], ['no', false], ['off', false], ['False', false],
  // DynamoDB's type of an attribute.
  ['y', 'y'], ['N', 'N'], ['yEs', 'yEs'],
  ['0', 0], ['12', 12], ['-12', -12], ['+1_000', 1000],
  // An account id without quotes: octal, unless it has a digit that no octal number has.
  ['001234567012', 175304202], ['012345678901', '012345678901'], ['-010', -8], ['123456789012', 123456789012],
  ['0x1F', 31], ['-0x10', -16], ['0b101', 5],
  ['1:30', 90], ['1:99', '1:99'], ['0:30', '0:30'],
  ['1.10', 1.1], ['.5', 0.5], ['1.', 1], ['1.5e3', 1500], ['1e3', '1e3'], ['1.0e999', '1.0e999'], ['.', '.'], ['.inf', '.inf'], ['.nan', '.nan'],
  ['9007199254740991', 9007199254740991], ['9007199254740992', '9007199254740992'],
  ['2012-10-17', '2012-10-17'], ['2001-12-14t21:59:43.10-05:00', '2001-12-14t21:59:43.10-05:00'],
  ['arn:aws:sqs:eu-west-1:123456789012:Q', 'arn:aws:sqs:eu-west-1:123456789012:Q'],
])('reads %j as %j', (source, value) => {
  expect(plainValue(source)).toBe(value);
});
