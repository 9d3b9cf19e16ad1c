import { declaredResources } from '../../../lib/topology';
import { mayHave } from '../../../lib/topology/values/property';
import { literal, unknown } from '../../../lib/topology/values/value';
import { resource, resources } from '../templates';

const SECTIONS = {
  Parameters: { Open: { Type: 'String' }, Thirty: { Type: 'Number', Default: 30 } },
  Conditions: { Yes: { 'Fn::Equals': [1, 1] }, Open: { 'Fn::Equals': [{ Ref: 'Open' }, 'x'] } },
};

function functionWith(properties: unknown) {
  return resources({ Fn: resource('Lambda::Function', properties) }, SECTIONS).functions.get('S.Fn')!;
}

test.each([
  ['a number', 30, literal(30)],
  ['a text that is a number', '30', literal(30)],
  ['zero', 0, literal(0)],
  ['a reference to a number', { Ref: 'Thirty' }, literal(30)],
  ['a branch that is known', { 'Fn::If': ['Yes', 30, 40] }, literal(30)],
  ['absent', undefined, undefined],
  ['absent by branch', { 'Fn::If': ['Yes', { Ref: 'AWS::NoValue' }, 40] }, undefined],
  ['a branch that is not', { 'Fn::If': ['Open', 30, 40] }, unknown('condition `Open` is known at deploy time only')],
  ['a word', 'soon', unknown('it is not a number')],
  ['an empty text', '', unknown('it is not a number')],
  ['null', null, unknown('it has the wrong type')],
  ['a list', [30], unknown('it is a list instead of a text')],
  ['an object', { seconds: 30 }, unknown('it has the wrong type')],
  ['half an Fn::If', { 'Fn::If': ['Yes'] }, unknown('an `Fn::If` needs a condition and two values')],
  ['a pseudo parameter', { Ref: 'AWS::StackId' }, unknown('it is known at deploy time only')],
])('a setting that is %s', (_, value, expected) => {
  expect(functionWith({ Timeout: value }).timeout).toEqual(expected);
});

test.each([
  ['no object', 'x', unknown('it has the wrong type')],
  ['an unknown branch', { 'Fn::If': ['Open', {}, {}] }, unknown('condition `Open` is known at deploy time only')],
  ['made by a macro', { 'Fn::Transform': { Name: 'x' } }, unknown('`Fn::Transform` is known at deploy time only')],
  ['amended by a macro', { 'Handler': 'x', 'Fn::Transform': { Name: 'x' } }, unknown('`Fn::Transform` is known at deploy time only')],
  ['absent', undefined, undefined],
])('of properties that are %s', (_, properties, expected) => {
  expect(functionWith(properties).timeout).toEqual(expected);
});

test('a property of an unknown object is unknown, not absent', () => {
  expect(functionWith({ DeadLetterConfig: { 'Fn::If': ['Open', {}, {}] } }).deadLetterQueue)
    .toEqual(unknown('condition `Open` is known at deploy time only'));
  expect(functionWith({ DeadLetterConfig: {} }).deadLetterQueue).toBeUndefined();
});

test('an inherited name is not a property', () => {
  const properties = JSON.parse('{"__proto__":{"Timeout":9},"constructor":{}}');
  expect(functionWith(properties).timeout).toBeUndefined();
});

test('reads a single value as a list, and leaves absent items out', () => {
  const targetsOf = (Targets: unknown) => {
    const { invocations, deliveries } = resources({ Rule: resource('Events::Rule', { Targets }) }, SECTIONS);
    return [...invocations, ...deliveries].map(({ property, to }) => [property, to.kind === 'function' && to.name]);
  };
  expect(targetsOf({ Arn: 'arn:aws:lambda:eu-west-1:123456789012:function:a' })).toEqual([['Targets.Arn', literal('a')]]);
  expect(targetsOf([{ 'Fn::If': ['Yes', { Ref: 'AWS::NoValue' }, {}] }, { Arn: 'arn:aws:lambda:eu-west-1:123456789012:function:b' }]))
    .toEqual([['Targets[1].Arn', literal('b')]]);
});

test('an unknown list has one unknown item', () => {
  const { deliveries } = resources({ Rule: resource('Events::Rule', { Targets: { Ref: 'Open' } }) }, SECTIONS);
  expect(deliveries.map(({ to }) => to)).toEqual([unknown('`Ref` is known at deploy time only')]);
});

test.each([
  ['left out', undefined, false],
  ['left out by branch', { 'Fn::If': ['Yes', { Ref: 'AWS::NoValue' }, {}] }, false],
  ['left out by reference', { Ref: 'AWS::NoValue' }, false],
  ['there', { LambdaManagedInstancesCapacityProviderConfig: {} }, true],
  ['there, if of the wrong type', 'x', true],
  ['perhaps there', { 'Fn::If': ['Open', {}, { Ref: 'AWS::NoValue' }] }, true],
])('a property that is %s', (_, value, expected) => {
  expect(functionWith({ CapacityProviderConfig: value }).capacityProvider).toBe(expected);
});

test.each([
  ['absent', undefined],
  ['absent by reference', { Ref: 'AWS::NoValue' }],
  ['a text', 'x'],
  ['null', null],
  ['a list', ['x', 1, { Ref: 'AWS::NoValue' }, { Inner: ['y'] }]],
  ['an object', { Inner: 'x' }],
  ['an object of an object', { Inner: { Inner: 'x' } }],
  ['a known branch', { 'Fn::If': ['Yes', { Inner: 30 }, {}] }],
  ['a known branch with a list', { 'Fn::If': ['Yes', ['x', { Ref: 'Thirty' }], []] }],
  ['an unknown branch', { 'Fn::If': ['Open', {}, {}] }],
  ['split', { 'Fn::Split': [',', 'a,b'] }],
  ['made by a macro', { 'Fn::Transform': { Name: 'x' } }],
  ['amended by a macro', { 'Inner': 'x', 'Fn::Transform': { Name: 'x' } }],
])('reads what is %s by its names as it does step by step', (_, value) => {
  for (const declared of [{ Outer: value }, value]) {
    const [{ properties }] = declaredResources(resources({ Fn: resource('Lambda::Function', declared) }, SECTIONS), 'AWS::Lambda::Function');
    const outer = properties.get('Outer');

    expect(properties.text('Outer')).toEqual(outer.text());
    expect(properties.text('Outer', 'Inner')).toEqual(outer.get('Inner').text());
    expect(properties.number('Outer', 'Inner')).toEqual(outer.get('Inner').number());
    expect(properties.word('Outer', 'Inner')).toEqual(outer.get('Inner').word());
    expect(properties.texts('Outer')).toEqual(outer.texts());
    expect(properties.items('Outer')).toEqual(outer.items());
    expect(properties.has('Outer')).toBe(!outer.absent);
    expect(properties.pathTo('Outer')).toBe(outer.path);
    expect(outer.names()).toEqual(outer.entries().map(([name]) => name));
  }
});

test.each([
  ['absent', undefined, false],
  ['others', { Other: 1 }, false],
  ['a property of that name', { Wanted: undefined }, true],
  ['an inherited name', Object.create({ Wanted: 1 }), false],
  ['a call', { 'Fn::If': ['Open', {}, {}] }, true],
  ['amended by a macro', { 'Other': 1, 'Fn::Transform': { Name: 'x' } }, true],
  ['of the wrong type', 'x', true],
])('properties that are %s may have one of a name', (_, properties, expected) => {
  expect(mayHave(properties, 'Wanted')).toBe(expected);
});
