import { filterCriteria, type Poller, type RecordSource } from '../../../../lib/simulator/sources/matching/filter-criteria';

const POLLERS: Poller[] = ['event-source-mapping', 'pipe'];

function message(body: string): object {
  return { messageId: '1', body, attributes: { SenderId: 'shop' }, messageAttributes: {}, eventSource: 'aws:sqs' };
}

function stream(data: string, poller: Poller): object {
  const fields = { partitionKey: 'orders', sequenceNumber: '7', data: Buffer.from(data).toString('base64') };
  return poller === 'pipe' ? { ...fields, eventSource: 'aws:kinesis' } : { kinesis: fields, eventSource: 'aws:kinesis' };
}

describe.each(POLLERS)('a queue with a filter of a %s', poller => {
  test.each([
    ['text', '{"body":["hello"]}', 'hello', true],
    ['another text', '{"body":["hello"]}', 'bye', false],
    ['text by its prefix', '{"body":[{"prefix":"he"}]}', 'hello', true],
    ['JSON where text is expected', '{"body":[{"prefix":"{"}]}', '{"id":1}', false],
    ['a list where text is expected', '{"body":[{"anything-but":"x"}]}', '[1]', false],
    ['text where JSON is expected', '{"body":{"id":[{"exists":false}]}}', 'hello', false],
    ['JSON', '{"body":{"id":[1]}}', '{"id":1}', true],
    ['other JSON', '{"body":{"id":[1]}}', '{"id":2}', false],
    ['a list of objects', '{"body":{"id":[2]}}', '[{"id":1},{"id":2}]', true],
    ['a large number', '{"body":{"id":[9007199254740993]}}', '{"id":9007199254740992}', false],
    ['one of two alternatives', '{"$or":[{"body":{"id":[1]}},{"body":{"name":["x"]}}]}', '{"name":"x"}', true],
    ['a simple value that does not match', '{"body":{"id":[1]}}', '1', false],
  ])('%s', (_, pattern, body, passes) => {
    expect(filterCriteria([pattern], 'sqs', poller)(message(body))).toBe(passes);
  });

  test.each(['42', '"hello"', 'true'])('is not known for a body that is a simple value of JSON: %s', body => {
    expect(() => filterCriteria(['{"body":[{"exists":true}]}'], 'sqs', poller)(message(body))).toThrow(expect.objectContaining({
      name: 'NotKnownError',
      message: 'The simulator does not know whether a message passes `FilterCriteria.Filters[0].Pattern` whose body is a simple value of JSON. Send an object as JSON, or a text that is not JSON.',
    }));
  });

  test('is not known where one alternative expects JSON and another one text', () => {
    expect(() => filterCriteria(['{"$or":[{"body":{"id":[1]}},{"body":["x"]}]}'], 'sqs', poller)).toThrow(expect.objectContaining({
      name: 'NotKnownError',
      message: 'The simulator does not know which messages match `FilterCriteria.Filters[0].Pattern`, where one alternative expects JSON in `body` and another one text. Use two filters.',
    }));
  });
});

test('a pipe filters messages by their metadata, whatever their body', () => {
  const passes = filterCriteria(['{"attributes":{"SenderId":["shop"]}}'], 'sqs', 'pipe');

  expect(['hello', '{"id":1}'].map(body => passes(message(body)))).toEqual([true, true]);
});

describe.each(POLLERS)('a stream with a filter of a %s', poller => {
  test.each([
    ['JSON', '{"data":{"id":[1]}}', '{"id":1}', true],
    ['other JSON', '{"data":{"id":[1]}}', '{"id":2}', false],
    ['metadata and data', '{"partitionKey":["orders"],"data":{"id":[1]}}', '{"id":1}', true],
    ['other metadata', '{"partitionKey":["users"],"data":{"id":[1]}}', '{"id":1}', false],
    ['text where JSON is expected', '{"data":{"id":[{"exists":false}]}}', 'hello', false],
    ['metadata of text', '{"partitionKey":["orders"]}', 'hello', true],
  ])('%s', (_, pattern, data, passes) => {
    expect(filterCriteria([pattern], 'kinesis', poller)(stream(data, poller))).toBe(passes);
  });

  test.each<[RecordSource, string, string]>([['kinesis', 'data', '{"data":["x"]}'], ['dynamodb', 'dynamodb', '{"dynamodb":[{"exists":true}]}']])('refuses a pattern for text of %s', (source, field, pattern) => {
    expect(() => filterCriteria([pattern], source, poller)).toThrow(expect.objectContaining({
      name: 'InvalidPatternError',
      message: `\`FilterCriteria.Filters[0].Pattern.${field}\` must be an object, because filters of streams compare data as JSON, got: a list. Name a field of the data: {"${field}": {"id": [1]}}.`,
    }));
  });

  test('changes of a table are filtered by their kind and their items', () => {
    const passes = filterCriteria(['{"eventName":["INSERT"],"dynamodb":{"Keys":{"Id":{"N":["101"]}}}}'], 'dynamodb', poller);
    const dynamodb = { Keys: { Id: { N: '101' } } };

    expect([{ eventName: 'INSERT', dynamodb }, { eventName: 'MODIFY', dynamodb }].map(passes)).toEqual([true, false]);
  });
});

test('a record passes if one of several filters matches', () => {
  const passes = filterCriteria(['{"body":{"id":[1]}}', '{"body":["hello"]}'], 'sqs');

  expect(['hello', '{"id":1}', '{"id":2}'].map(body => passes(message(body)))).toEqual([true, true, false]);
});

test('each record passes without filters', () => {
  expect(filterCriteria([], 'sqs')(message('hello'))).toBe(true);
});

describe('refuses', () => {
  test.each<[string, string[], string]>([
    ['a pattern that is not JSON', ['{body}'], '`FilterCriteria.Filters[0].Pattern` must be a JSON object, got: "{body}". Write the pattern as JSON text: "{\\"body\\": {\\"id\\": [1]}}".'],
    ['a pattern that is a list', ['{"body":["x"]}', '["x"]'], '`FilterCriteria.Filters[1].Pattern` must be a JSON object, got: "[\\"x\\"]". Write the pattern as JSON text: "{\\"body\\": {\\"id\\": [1]}}".'],
    ['an operator as EventBridge does', ['{"body":{"id":[{"numeric":[">"]}]}}'], '`FilterCriteria.Filters[0].Pattern.body.id[0].numeric` must be a list of operators and numbers, got: [">"]. Write ["=", 1], one bound such as [">=", 1], or a lower bound before an upper one: [">", 0, "<=", 5].'],
    ['eleven filters', Array<string>(11).fill('{"body":["x"]}'), '`FilterCriteria.Filters` must have at most 10 filters, got: 11. Remove filters, or join them by `$or`.'],
    ['a long pattern', [JSON.stringify({ body: ['x'.repeat(4_084)] })], '`FilterCriteria.Filters[0].Pattern` must be at most 4096 bytes, got: 4097 bytes. Shorten the pattern, or split it into filters.'],
  ])('%s', (_, patterns, message_) => {
    expect(() => filterCriteria(patterns, 'sqs')).toThrow(expect.objectContaining({ name: 'InvalidPatternError', message: message_ }));
  });

  test('ten filters and a pattern of 4,096 bytes pass', () => {
    const patterns = Array<string>(10).fill(JSON.stringify({ body: ['x'.repeat(4_083)] }));

    expect(filterCriteria(patterns, 'sqs')(message('hello'))).toBe(false);
  });

  test('an operator in `anything-but`, in a pipe', () => {
    expect(() => filterCriteria(['{"body":{"id":[{"anything-but":{"prefix":"x"}}]}}'], 'sqs', 'pipe')).toThrow(expect.objectContaining({
      name: 'InvalidPatternError',
      message: '`FilterCriteria.Filters[0].Pattern.body.id[0].anything-but` must be a value or a list of values, because pipes lack operators in `anything-but`, got: {"prefix":"x"}. List the values, or filter in the target.',
    }));
  });
});

describe('does not guess', () => {
  test.each<[string, string, RecordSource, Poller, string]>([
    ['a wildcard', '{"body":{"id":[{"wildcard":"a*"}]}}', 'sqs', 'event-source-mapping', 'whether filters of event source mappings have `wildcard`, as `FilterCriteria.Filters[0].Pattern.body.id[0].wildcard` needs. Use another operator, or filter in the function.'],
    ['an operator in an operator', '{"body":{"id":[{"anything-but":{"prefix":"a"}}]}}', 'sqs', 'event-source-mapping', 'whether filters of event source mappings have `anything-but: prefix`, as `FilterCriteria.Filters[0].Pattern.body.id[0].anything-but` needs. Use another operator, or filter in the function.'],
    ['a block of addresses in a pipe', '{"body":{"ip":[{"cidr":"10.0.0.0/8"}]}}', 'sqs', 'pipe', 'whether filters of pipes have `cidr`, as `FilterCriteria.Filters[0].Pattern.body.ip[0].cidr` needs. Use another operator, or filter in the function.'],
    ['metadata of a queue', '{"messageAttributes":{"kind":{"stringValue":["x"]}}}', 'sqs', 'event-source-mapping', 'what `FilterCriteria.Filters[0].Pattern` matches with the field `messageAttributes`, which the guide does not name for queues. Filter by `body`.'],
    ['the source of a stream', '{"data":{"id":[1]},"eventSource":["aws:kinesis"]}', 'kinesis', 'event-source-mapping', 'what `FilterCriteria.Filters[0].Pattern` matches with the field `eventSource`, which the guide does not name for this stream. Filter by `data`.'],
    ['what polling adds, in a pipe', '{"awsRegion":["eu-west-1"]}', 'kinesis', 'pipe', 'what `FilterCriteria.Filters[0].Pattern` matches with the field `awsRegion`, which filters of pipes cannot use. Filter by `data`.'],
  ])('%s', (_, pattern, source, poller, subject) => {
    expect(() => filterCriteria([pattern], source, poller)).toThrow(expect.objectContaining({ name: 'NotKnownError', message: `The simulator does not know ${subject}` }));
  });

  test('a prefix in any case is known in a pipe', () => {
    expect(filterCriteria(['{"body":[{"prefix":{"equals-ignore-case":"HE"}}]}'], 'sqs', 'pipe')(message('hello'))).toBe(true);
  });
});
