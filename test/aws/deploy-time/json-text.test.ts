import { CfnParameter, Lazy } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { JSON_VALUES } from './json-values';
import { jsonText } from '../../../lib/aws/deploy-time/json-text';
import { backwards } from '../../provider/backwards';
import { agnosticStack } from '../fixture';

function rendered(value: unknown): unknown {
  const stack = agnosticStack();
  return stack.resolve(jsonText(stack, value));
}

test('any value has one text, whatever the order of its keys', () => {
  fc.assert(fc.property(JSON_VALUES, value => {
    const text = rendered(value);
    expect(rendered(backwards(value))).toBe(text);
    expect(JSON.parse(text as string)).toEqual(JSON.parse(JSON.stringify(value)));
  }), { numRuns: 500 });
});

test('any value with tokens has one text, whatever the order of its keys', () => {
  const stack = agnosticStack();
  const leaf = fc.constantFrom<unknown>(
    stack.account, stack.region, `${stack.region}-${stack.account}`, 'text', 1, null,
    new CfnParameter(stack, 'Count', { type: 'Number' }).valueAsNumber,
    Lazy.any({ produce: () => ({ z: 1, y: { x: 2, w: stack.region } }) }),
    { Ref: 'what looks like a reference' },
  );
  const key = fc.constantFrom('a', 'b', '10', '9', stack.account, stack.region, `${stack.region}!`, Lazy.string({ produce: () => 'c' }));
  const values = fc.letrec<{ value: unknown }>(tie => ({
    value: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(key, tie('value'), { maxKeys: 5 })),
  })).value;

  fc.assert(fc.property(values, value => {
    expect(stack.resolve(jsonText(stack, backwards(value)))).toEqual(stack.resolve(jsonText(stack, value)));
  }), { numRuns: 300 });
});

test('orders keys that are known later, and what tokens stand for', () => {
  const stack = agnosticStack();
  const late = Lazy.any({ produce: () => ({ z: 1, y: [{ b: 2, a: stack.region }] }) });

  expect(stack.resolve(jsonText(stack, { [stack.region]: 1, late, [Lazy.string({ produce: () => 'early' })]: 2 }))).toEqual({
    'Fn::Join': ['', ['{"early":2,"late":{"y":[{"a":"', { Ref: 'AWS::Region' }, '","b":2}],"z":1},"', { Ref: 'AWS::Region' }, '":1}']],
  });
});

test.each([
  ['{"list":[1,null,2]}', { list: [1, undefined, 2] }],
  ['[null,{"a":[null]}]', [undefined, { a: [undefined], b: undefined }]],
])('elements keep their place in %s', (text, value) => {
  const stack = agnosticStack();

  expect(rendered(value)).toBe(text);
  expect(stack.resolve(jsonText(stack, [value, stack.region]))).toEqual({ 'Fn::Join': ['', [`[${text},"`, { Ref: 'AWS::Region' }, '"]']] });
  expect(rendered(Lazy.any({ produce: () => value }))).toBe(text);
});

test('an object that looks like a reference is data, and a token is a reference', () => {
  const stack = agnosticStack();

  expect(rendered({ Ref: 'Nothing' })).toBe('{"Ref":"Nothing"}');
  expect(stack.resolve(jsonText(stack, [{ Ref: 'Nothing' }, stack.region]))).toEqual({ 'Fn::Join': ['', ['[{"Ref":"Nothing"},"', { Ref: 'AWS::Region' }, '"]']] });
});

test('a number that stands for a token stays a number', () => {
  const stack = agnosticStack();
  const count = new CfnParameter(stack, 'Count', { type: 'Number' });

  expect(stack.resolve(jsonText(stack, { n: count.valueAsNumber }))).toEqual({ 'Fn::Join': ['', ['{"n":', { Ref: 'Count' }, '}']] });
});
