import { JsonText } from '../../../../lib/simulator/json-text';
import { ruleInput, type InputProperties } from '../../../../lib/simulator/sources/matching/rule-input';

const EVENT = {
  'version': '0',
  'detail-type': 'EC2 Instance State-change Notification',
  'time': '2015-11-11T21:29:54Z',
  'resources': ['arn:1', 'arn:2'],
  'detail': { 'instance-id': 'i-0123456789', 'state': 'RUNNING', 'count': 3, 'ok': true, 'none': null, 'tags': [{ k: 'a' }, { k: 'b' }, {}], 'note': 'say "hi"' },
};

const CONTEXT = { ruleArn: 'arn:aws:events:us-east-2:123456789012:rule/example', ruleName: 'example', ingestionTime: '2015-11-11T21:29:55Z' };

const PATHS = {
  instance: '$.detail.instance-id',
  state: '$.detail.state',
  count: '$.detail.count',
  ok: '$.detail.ok',
  none: '$.detail.none',
  tags: '$.detail.tags',
  all: '$.detail.tags[*].k',
  second: '$.resources[1]',
  missing: '$.detail.missing',
  note: '$.detail.note',
};

function input(properties: InputProperties, event: object = EVENT): string {
  return ruleInput(properties)(event, CONTEXT);
}

function transformed(InputTemplate: string): string {
  return input({ InputTransformer: { InputPathsMap: PATHS, InputTemplate } });
}

test('a target gets the whole event', () => {
  expect(input({})).toBe(JSON.stringify(EVENT));
});

test('a target gets numbers that no double holds', () => {
  expect(input({ InputPath: '$.detail' }, new JsonText('{"detail": {"id": 9007199254740993}}'))).toBe('{"id":9007199254740993}');
});

test('a target gets a constant as it is written', () => {
  expect([input({ Input: '{ "a": 1 }' }), input({ Input: '"text"' })]).toEqual(['{ "a": 1 }', '"text"']);
});

test.each([
  ['$', JSON.stringify(EVENT)],
  ['$.detail.state', '"RUNNING"'],
  ['$.detail-type', '"EC2 Instance State-change Notification"'],
  ['$.resources[0]', '"arn:1"'],
  ['$.detail.tags[*].k', '["a","b"]'],
  ['$.detail.tags.*', '[{"k":"a"},{"k":"b"},{}]'],
  ['$.detail.none', 'null'],
])('a target gets the part at %s', (InputPath, json) => {
  expect(input({ InputPath })).toBe(json);
});

describe('a template', () => {
  test.each([
    ['a text', '"instance <instance> is in <state>"', '"instance i-0123456789 is in RUNNING"'],
    ['quotes in a text', '"instance \\"<instance>\\" is in <state>"', '"instance \\"i-0123456789\\" is in RUNNING"'],
    ['values of their own', '{\n  "instance" : <instance>,\n  "state": <state>\n}', '{"instance":"i-0123456789","state":"RUNNING"}'],
    ['values in texts', '{"state": "<state>", "both": "<instance>: <state>"}', '{"state":"RUNNING","both":"i-0123456789: RUNNING"}'],
    ['values in lists', '{"state": [9, <state>, true], "Transformed": "Yes"}', '{"state":[9,"RUNNING",true],"Transformed":"Yes"}'],
    ['numbers, booleans and null', '[<count>, <ok>, <none>, "<count> <ok>"]', '[3,true,null,"3 true"]'],
    ['lists', '{"tags": <tags>, "all": <all>, "second": <second>}', '{"tags":[{"k":"a"},{"k":"b"},{}],"all":["a","b"],"second":"arn:2"}'],
    ['a string with quotes, of its own', '{"note": <note>}', '{"note":"say \\"hi\\""}'],
    ['nothing for a missing value in a text', '"a<missing>b"', '"ab"'],
    ['reserved variables', '{"arn": <aws.events.rule-arn>, "at": <aws.events.event.ingestion-time>, "by": "<aws.events.rule-name> triggered"}', '{"arn":"arn:aws:events:us-east-2:123456789012:rule/example","at":"2015-11-11T21:29:55Z","by":"example triggered"}'],
    ['the event without its detail', '{"event": <aws.events.event>}', JSON.stringify({ event: { ...EVENT, detail: undefined } })],
    ['the whole event', '{"event": <aws.events.event.json>}', JSON.stringify({ event: EVENT })],
    ['spaces in texts', '{ "a" : " x \\" y " }', '{"a":" x \\" y "}'],
    ['a bracket that is no variable', '"1 < 2 > 1"', '"1 < 2 > 1"'],
  ])('has %s', (_, template, json) => {
    expect(transformed(template)).toBe(json);
  });

  test('needs no variables', () => {
    expect(input({ InputTransformer: { InputTemplate: '{"a": 1}' } })).toBe('{"a":1}');
  });
});

describe('refuses', () => {
  const paths = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${index}`, '$.a']));

  test.each<[string, InputProperties, string]>([
    ['two of the properties', { Input: '{}', InputPath: '$' }, '`InputPath` must not be set beside `Input`, got: both. Keep one.'],
    ['a constant that is not JSON', { Input: 'text' }, '`Input` must be JSON, got: "text". Put quotes around a text.'],
    ['a reserved name', { InputTransformer: { InputPathsMap: { 'aws.events.x': '$' }, InputTemplate: '1' } }, '`InputTransformer.InputPathsMap.aws.events.x` must not start with "AWS.", got: aws.events.x. Use the reserved variable without defining it, or another name.'],
    ['a name with a dot', { InputTransformer: { InputPathsMap: { 'a.b': '$' }, InputTemplate: '1' } }, '`InputTransformer.InputPathsMap.a.b` must be 1 to 256 characters: letters, digits, hyphens or underscores, got: "a.b". Use another name.'],
    ['101 variables', { InputTransformer: { InputPathsMap: paths(101), InputTemplate: '1' } }, '`InputTransformer.InputPathsMap` must have at most 100 variables, got: 101. Remove variables.'],
    ['an empty template', { InputTransformer: { InputTemplate: '' } }, '`InputTransformer.InputTemplate` must be 1 to 8192 characters, got: "". Change its length.'],
    ['a long path', { InputPath: `$.${'a'.repeat(255)}` }, `\`InputPath\` must be at most 256 characters, got: "$.${'a'.repeat(98)}"… (257 characters). Change its length.`],
  ])('%s', (_, properties, message) => {
    expect(() => ruleInput(properties)).toThrow(expect.objectContaining({ name: 'InvalidPatternError', message }));
  });

  test('not what is within the limits', () => {
    expect(() => ruleInput({ InputTransformer: { InputPathsMap: paths(100), InputTemplate: ' '.repeat(8_192) } })).not.toThrow();
    expect(() => ruleInput({ Input: `"${'x'.repeat(8_190)}"` })).not.toThrow();
    expect(() => ruleInput({ InputPath: `$.${'a'.repeat(254)}` })).not.toThrow();
  });
});

describe('does not guess', () => {
  test.each([
    ['a missing value', '{"a": <missing>}', 'what `InputTransformer.InputTemplate` makes of `<missing>`, for which the event has no value. Put quotes around the variable, or send the field.'],
    ['an object between quotes', '"<tags>"', 'how `InputTransformer.InputTemplate` writes `<tags>` between quotes, which is a list. Remove the quotes.'],
    ['null between quotes', '"<none>"', 'how `InputTransformer.InputTemplate` writes `<none>` between quotes, which is null. Remove the quotes.'],
    ['the event between quotes', '"<aws.events.event>"', 'how `InputTransformer.InputTemplate` writes `<aws.events.event>` between quotes, which is an object. Remove the quotes.'],
    ['a string with quotes between quotes', '"<note>"', 'what a target gets if `InputTransformer.InputTemplate` does not make JSON. Put quotes around the text, and no value with a quote, a backslash or a line break into it.'],
    ['a text without quotes', 'instance <instance>', 'what a target gets if `InputTransformer.InputTemplate` does not make JSON. Put quotes around the text, and no value with a quote, a backslash or a line break into it.'],
    ['an unknown variable', '{"a": <other>}', 'what `InputTransformer.InputTemplate` makes of `<other>`, which `InputTransformer.InputPathsMap` does not define. Define the variable.'],
  ])('%s', (_, template, subject) => {
    expect(() => transformed(template)).toThrow(expect.objectContaining({ name: 'NotKnownError', message: `The simulator does not know ${subject}` }));
  });

  test.each(['', 'detail', "$['detail']", '$..state', '$.detail[-1]', '$.detail.tags[?(@.k)]', '$.'])('the path %j', InputPath => {
    expect(() => ruleInput({ InputPath })).toThrow(`The simulator does not know what \`InputPath\` finds by the path ${InputPath}. Use \`$\`, names of letters, digits, \`-\`, \`_\` and \`/\` after dots, indices such as [0], and \`*\`.`);
  });

  test.each(['$.detail.missing', '$.resources[2]', '$.detail.state[0]', '$.toString', '$.detail.tags[*].missing'])('what %s finds', InputPath => {
    expect(() => input({ InputPath })).toThrow(`The simulator does not know what a target gets if \`InputPath\` ${InputPath} finds nothing in the event. Send the field.`);
  });
});
