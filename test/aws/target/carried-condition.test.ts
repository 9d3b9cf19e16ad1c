import { Aws, CfnCondition, CfnResource, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { carryConditions, conditionsOf } from '../../../lib/aws/target/carried-condition';
import { agnosticStack } from '../fixture';

function condition(stack: Stack, id: string): CfnCondition {
  return new CfnCondition(stack, id, { expression: Fn.conditionEquals(Aws.REGION, id) });
}

function resource(stack: Stack, id: string, properties: object = {}, where?: string): CfnResource {
  const made = new CfnResource(stack, id, { type: 'Some::Type', properties: { Name: id, ...properties } });
  made.cfnOptions.condition = where === undefined ? undefined : stack.node.tryFindChild(where) as CfnCondition | undefined ?? condition(stack, where);
  return made;
}

/** The condition of a resource in the template, and the conditions that the library combines. */
function rendered(stack: Stack, id = 'Added'): { of?: string; combined: object } {
  const { Resources, Conditions = {} } = Template.fromStack(stack).toJSON();
  return {
    of: Resources[id].Condition,
    combined: Object.fromEntries(Object.entries<object>(Conditions).filter(([name]) => name.startsWith('AsyncInvokeConditions'))),
  };
}

const BOTH = 'AsyncInvokeConditionsStackOneandStackTwo';

test('none without a condition', () => {
  const stack = agnosticStack();
  carryConditions(resource(stack, 'Added', { Other: resource(stack, 'Other').ref }));
  expect(rendered(stack)).toEqual({ of: undefined, combined: {} });
});

test.each<[string, (other: CfnResource) => unknown]>([
  ['a reference', other => other.ref],
  ['an attribute', other => other.getAtt('Arn')],
  ['a text', other => `arn:${Aws.PARTITION}:${other.ref}:x`],
  ['a list', other => [{ Deep: [other.ref] }]],
  ['a function', other => Fn.select(1, Fn.split(':', other.ref))],
  ['a substitution', other => Fn.sub('${X}', { X: other.ref })],
  ['a value that is known late', other => Lazy.any({ produce: () => ({ Ref: Lazy.string({ produce: () => other.ref }) }) })],
])('that of what it refers to by %s', (_, value) => {
  const stack = agnosticStack();
  carryConditions(resource(stack, 'Added', { Value: value(resource(stack, 'Other', {}, 'One')) }));
  expect(rendered(stack)).toEqual({ of: 'One', combined: {} });
});

test('that of what it is about, which may be set later', () => {
  const stack = agnosticStack();
  const subject = resource(stack, 'Subject');
  carryConditions(resource(stack, 'Added'), { subjects: () => [subject, undefined] });
  subject.cfnOptions.condition = condition(stack, 'One');
  expect(rendered(stack)).toEqual({ of: 'One', combined: {} });
});

test('all of several, which are combined once', () => {
  const stack = agnosticStack();
  const [one, two] = [resource(stack, 'A', {}, 'One'), resource(stack, 'B', {}, 'Two')];
  carryConditions(resource(stack, 'Added', { Both: [one.ref, two.ref] }));
  carryConditions(resource(stack, 'Another', { Both: [two.ref, one.ref] }));
  const { of, combined } = rendered(stack);
  expect(of).toMatch(new RegExp(`^${BOTH}[0-9A-F]{8}$`));
  expect(combined).toEqual({ [of!]: { 'Fn::And': [{ Condition: 'One' }, { Condition: 'Two' }] } });
  expect(rendered(stack, 'Another').of).toBe(of);
});

test('that of a resource which carries some itself', () => {
  const stack = agnosticStack();
  const between = resource(stack, 'Between', { Value: resource(stack, 'A', {}, 'One').ref });
  carryConditions(between);
  carryConditions(resource(stack, 'Added', { Value: between.ref }));
  expect(rendered(stack)).toEqual({ of: 'One', combined: {} });
});

test('not that of what `Fn::If` chooses', () => {
  const stack = agnosticStack();
  const other = resource(stack, 'Other', {}, 'One');
  carryConditions(resource(stack, 'Added', { Value: Fn.conditionIf('One', other.ref, Aws.NO_VALUE) }));
  expect(rendered(stack)).toEqual({ of: undefined, combined: {} });
});

test('not that of a resource in another stack, where the condition is not declared', () => {
  const stack = agnosticStack();
  const other = new Stack(stack.node.root, 'Other');
  carryConditions(resource(stack, 'Added'), { subjects: () => [resource(other, 'Other', {}, 'One')] });
  expect(stack.resolve((stack.node.findChild('Added') as CfnResource).cfnOptions.condition)).toBeUndefined();
});

test('your own instead', () => {
  const stack = agnosticStack();
  const added = resource(stack, 'Added', { Value: resource(stack, 'A', {}, 'One').ref });
  carryConditions(added);
  added.cfnOptions.condition = condition(stack, 'Two');
  expect(rendered(stack)).toEqual({ of: 'Two', combined: {} });
});

describe('one of several alternatives', () => {
  function alternatives(...conditions: (string | undefined)[]): ReturnType<typeof rendered> {
    const stack = agnosticStack();
    const all = conditions.map((where, index) => resource(stack, `Other${index}`, {}, where));
    carryConditions(resource(stack, 'Added', { Value: resource(stack, 'A', {}, 'One').ref }), { alternatives: () => all.map(each => conditionsOf(stack, [each])) });
    return rendered(stack);
  }

  test.each([[[]], [['One']], [[undefined, 'Two']], [['One', 'Two']]])('needs no more if one has no more: %j', conditions => {
    expect(alternatives(...conditions)).toEqual({ of: 'One', combined: {} });
  });

  test('adds the condition that all share', () => {
    const { of, combined } = alternatives('Two', 'Two');
    expect(combined).toEqual({ [of!]: { 'Fn::And': [{ Condition: 'One' }, { Condition: 'Two' }] } });
  });

  test('adds the choice between different ones', () => {
    const { of, combined } = alternatives('Two', 'Three');
    const [either] = Object.keys(combined).filter(name => name !== of);
    expect(combined).toEqual({
      [either]: { 'Fn::Or': [{ Condition: 'Two' }, { Condition: 'Three' }] },
      [of!]: { 'Fn::And': [{ Condition: either }, { Condition: 'One' }] },
    });
  });
});
