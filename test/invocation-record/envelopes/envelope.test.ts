import { attributesOf } from '../../../lib/invocation-record/envelopes/envelope';

test('reads the attributes as strings', () => {
  const attributes = { RequestID: { DataType: 'String', StringValue: 'r' }, Image: { DataType: 'Binary', BinaryValue: 'AA==' }, Odd: null };

  expect(attributesOf(attributes, 'StringValue')).toEqual(new Map([['RequestID', 'r']]));
});

test.each([undefined, null, 'text', []])('%j has no attributes', attributes => {
  expect(attributesOf(attributes, 'Value')).toEqual(new Map());
});
