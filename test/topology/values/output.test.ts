import { readTemplates } from '../../../lib/topology';
import { literal, unknown } from '../../../lib/topology/values/value';
import { FIXED, resource } from '../templates';

/** The name of a queue that reads output `O` of stack `P`. */
function outputOf(outputs: unknown) {
  const reading = resource('SQS::Queue', { QueueName: { 'Fn::GetStackOutput': { StackName: 'P', OutputName: 'O' } } });
  return readTemplates([
    { name: 'P', template: { Resources: {}, Outputs: outputs }, environment: FIXED },
    { name: 'R', template: { Resources: { Q: reading } }, environment: FIXED },
  ]).queues.get('R.Q')!.name;
}

test('yields the value of the output', () => {
  expect(outputOf({ O: { Value: { 'Fn::Join': ['-', ['a', 'b']] } } })).toEqual(literal('a-b'));
});

test.each([
  ['is missing', {}, 'stack `P` has no output `O`'],
  ['is not an object', { O: 'x' }, 'stack `P` has no output `O`'],
  ['needs itself', { O: { Value: { 'Fn::GetStackOutput': { StackName: 'P', OutputName: 'O' } } } }, 'it refers to itself'],
])('is unknown if the output %s', (_, outputs, reason) => {
  expect(outputOf(outputs)).toEqual(unknown(reason));
});
