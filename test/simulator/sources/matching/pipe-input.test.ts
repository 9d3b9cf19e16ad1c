import { pipeInput } from '../../../../lib/simulator/sources/matching/pipe-input';

const CONTEXT = {
  pipeArn: 'arn:aws:pipes:us-east-1:123456789012:pipe/example', pipeName: 'example', sourceArn: 'arn:source', targetArn: 'arn:target', ingestionTime: '2026-01-02T03:04:05Z',
};

const MESSAGE = { messageId: '1', body: '{"id":9007199254740993,"items":[{"n":"pen"}]}', attributes: { SenderId: 'shop' } };

const RECORD = { partitionKey: 'orders', data: Buffer.from('{"City":"Seattle"}').toString('base64') };

test('a target gets the event as it is without a template', () => {
  expect(pipeInput(undefined, 'sqs')(MESSAGE, CONTEXT)).toBe(JSON.stringify(MESSAGE));
});

test.each([
  ['fields of the body', '{"key": <$.body.items[0].n>, "at": <aws.pipes.event.ingestion-time>}', '{"key":"pen","at":"2026-01-02T03:04:05Z"}'],
  ['the body', '{"data": <$.body>}', '{"data":{"id":9007199254740993,"items":[{"n":"pen"}]}}'],
  ['attributes in a text', '"Hello, <$.attributes.SenderId>"', '"Hello, shop"'],
  ['a large number in a text', '"no. <$.body.id>"', '"no. 9007199254740993"'],
  ['names and ARNs', '[<aws.pipes.pipe-arn>, <aws.pipes.pipe-name>, <aws.pipes.source-arn>, <aws.pipes.target-arn>]', '["arn:aws:pipes:us-east-1:123456789012:pipe/example","example","arn:source","arn:target"]'],
  ['the event', '{"event": <aws.pipes.event>}', JSON.stringify({ event: MESSAGE })],
  ['the event alone', '<aws.pipes.event>', JSON.stringify(MESSAGE)],
  ['the event with its body as JSON', '<aws.pipes.event.json>', '{"messageId":"1","body":{"id":9007199254740993,"items":[{"n":"pen"}]},"attributes":{"SenderId":"shop"}}'],
  ['a text', '"Hello, sender"', '"Hello, sender"'],
])('a message becomes %s', (_, template, json) => {
  expect(pipeInput(template, 'sqs')(MESSAGE, CONTEXT)).toBe(json);
});

test('a body that is text stays text', () => {
  expect(pipeInput('{"data": <$.body>}', 'sqs')({ body: 'hello' }, CONTEXT)).toBe('{"data":"hello"}');
});

test('data of a stream is decoded if it is JSON, and stays base64 if not', () => {
  const input = pipeInput('{"key": <$.partitionKey>, "data": <$.data>}', 'kinesis');
  const text = Buffer.from('hello').toString('base64');

  expect([input(RECORD, CONTEXT), input({ ...RECORD, data: text }, CONTEXT)]).toEqual(['{"key":"orders","data":{"City":"Seattle"}}', `{"key":"orders","data":"${text}"}`]);
});

test('after an enrichment, a body is no message', () => {
  expect(pipeInput('{"data": <$.body>, "by": <aws.pipes.enrichment-arn>}')({ body: '{"id":1}' }, { ...CONTEXT, enrichmentArn: 'arn:enrichment' })).toBe('{"data":"{\\"id\\":1}","by":"arn:enrichment"}');
});

test('null is a value', () => {
  expect(pipeInput('{"a": <$.a>}')({ a: null }, CONTEXT)).toBe('{"a":null}');
});

describe('does not guess', () => {
  test.each([
    ['a path alone', '<$.body>', 'what a target gets from `InputTemplate` that is `<$.body>` alone. Write JSON around it: {"value": <$.body>}.'],
    ['a missing value', '{"a": <$.missing>}', 'what `InputTemplate` makes of `<$.missing>`, for which the event has no value. Put quotes around the variable, or send the field.'],
    ['an enrichment that is not there', '{"a": <aws.pipes.enrichment-arn>}', 'what `InputTemplate` makes of `<aws.pipes.enrichment-arn>`, for which the event has no value. Put quotes around the variable, or send the field.'],
    ['another variable', '{"a": <other>}', 'what `InputTemplate` makes of `<other>`. Use a path such as <$.body.id>, or a reserved variable.'],
    ['other syntax', '{"a": <$..id>}', 'what `InputTemplate` finds by the path $..id. Use `$`, names of letters, digits, `-`, `_` and `/` after dots, indices such as [0], and `*`.'],
  ])('%s', (_, template, subject) => {
    expect(() => pipeInput(template, 'sqs')(MESSAGE, CONTEXT)).toThrow(expect.objectContaining({ name: 'NotKnownError', message: `The simulator does not know ${subject}` }));
  });

  test('the event as JSON if its body is text', () => {
    expect(() => pipeInput('{"a": <aws.pipes.event.json>}', 'sqs')({ body: 'hello' }, CONTEXT)).toThrow('The simulator does not know what `InputTemplate` makes of `<aws.pipes.event.json>`, for which the event has no value.');
  });
});
