import { indexed } from '../../../lib/topology/assembly/app';
import type { Stack } from '../../../lib/topology/assembly/stack';
import { jsonDocument } from '../../../lib/topology/values/json-text';
import { Resolver } from '../../../lib/topology/values/resolver';
import { known, rendered } from '../../../lib/topology/values/value';
import { resource, resources } from '../templates';

const SECTIONS = { Parameters: { Open: { Type: 'String' }, Name: { Type: 'String', Default: 'orders' } } };

/** What a schedule calls whose input is an expression: the reading of a document shows there. */
function called(input: unknown, declared: Record<string, unknown> = {}) {
  const target = { Arn: 'arn:aws:scheduler:::aws-sdk:lambda:invoke', RoleArn: 'r', Input: input };
  const { invocations, deliveries } = resources({ ...declared, Schedule: resource('Scheduler::Schedule', { Target: target }) }, SECTIONS);
  return [...invocations, ...deliveries].map(({ to }) => to.kind === 'function' ? rendered(to.name) : to.kind === 'unknown' ? to.reason : to.kind);
}

const EVENT = '"InvocationType":"Event"';

test.each<[string, unknown]>([
  ['a text', `{"FunctionName":"orders",${EVENT}}`],
  ['a text with white space and escapes', `{ "FunctionName" : "\\u006frders",\n${EVENT} , "Payload": "{\\"a\\": [1, true, null]}" }`],
  ['`Fn::Sub`', { 'Fn::Sub': `{"FunctionName":"\${Name}",${EVENT}}` }],
  ['`Fn::Sub` with variables', { 'Fn::Sub': [`{"FunctionName":"\${Of}",${EVENT}}`, { Of: { Ref: 'Name' } }] }],
  ['`Fn::Join`', { 'Fn::Join': ['', ['{"FunctionName":"', { Ref: 'Name' }, `",${EVENT}}`]] }],
  ['a join within a join', { 'Fn::Join': ['', ['{', { 'Fn::Join': ['":"', ['"FunctionName', 'orders"']] }, `,${EVENT}}`]] }],
  ['a value outside of a string', { 'Fn::Sub': `{"FunctionName":"orders",${EVENT},"Payload":\${Open}}` }],
  ['another value that only the deployment knows', { 'Fn::Sub': `{"FunctionName":"orders",${EVENT},"Payload":"\${Open}"}` }],
  ['another value of Systems Manager', `{"FunctionName":"orders",${EVENT},"Payload":"{{resolve:ssm:payload}}"}`],
  ['an object', { FunctionName: 'orders', InvocationType: 'Event' }],
  ['`Fn::ToJsonString`', { 'Fn::ToJsonString': { FunctionName: { Ref: 'Name' }, InvocationType: 'Event' } }],
])('reads %s', (_, input) => {
  expect(called(input)).toEqual(['orders']);
});

test('keeps references to resources', () => {
  const input = { 'Fn::Join': ['', ['{"FunctionName":"', { 'Fn::GetAtt': ['Fn', 'Arn'] }, `",${EVENT}}`]] };
  expect(called(input, { Fn: resource('Lambda::Function') })).toEqual(['${S.Fn.Name}']);
});

test('reads a document that is longer than other texts may be', () => {
  const text = 'x'.repeat(30_000);
  expect(called({ 'Fn::Sub': `{"FunctionName":"\${Name}",${EVENT},"Payload":"${text}"}` })).toEqual(['orders']);
});

test.each<[string, unknown, string]>([
  ['the unknown value itself', { 'Fn::Sub': `{"FunctionName":"\${Open}",${EVENT}}` }, 'parameter `Open` has no default'],
  ['an unknown document', { Ref: 'Open' }, 'parameter `Open` has no default'],
  ['a text that is not JSON', '{"FunctionName":', 'it is not JSON'],
  ['null', `{"FunctionName":null,${EVENT}}`, 'it is null'],
])('does not guess %s', (_, input, reason) => {
  expect(called(input)).toEqual([reason]);
});

test('replaces only the names of `DefinitionSubstitutions`', () => {
  const definition = { States: { Call: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: '${Fn}', InvocationType: 'Event', Payload: '${other}' } } } };
  const read = (Definition: object) => resources({
    Machine: resource('StepFunctions::StateMachine', { ...Definition, DefinitionSubstitutions: { Fn: 'orders' } }),
  }).invocations.map(({ to }) => to.kind === 'function' && known(to.name));
  expect(read({ Definition: definition })).toEqual(['orders']);
  expect(read({ DefinitionString: JSON.stringify(definition) })).toEqual(['orders']);
});

test.each([[200, 'it is null'], [201, 'it is nested more than 200 levels deep']])('reads %s levels as far as that is safe', (levels, reason) => {
  const document = jsonDocument(new Resolver(indexed([])), '['.repeat(levels) + 'null' + ']'.repeat(levels), {} as Stack);
  expect(JSON.stringify(document)).toContain(reason);
});
