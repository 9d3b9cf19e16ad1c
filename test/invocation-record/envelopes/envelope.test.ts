import { attributesOf } from '../../../lib/invocation-record/envelopes/envelope';

test('the attributes of a message are told as text', () => {
  const attributes = { RequestID: { DataType: 'String', StringValue: 'r' }, Image: { DataType: 'Binary', BinaryValue: 'AA==' }, Odd: null };

  expect(attributesOf(attributes, 'StringValue')).toEqual(new Map([['RequestID', 'r']]));
});

test.each([undefined, null, 'text', []])('%j are none', attributes => {
  expect(attributesOf(attributes, 'Value')).toEqual(new Map());
});
