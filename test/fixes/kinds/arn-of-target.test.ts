import { FN, sending } from '../../checks/small-templates';
import { resource } from '../../topology/templates';
import { fixed } from '../template-fixes';

test('writes the ARN instead of the URL of a queue', () => {
  expect(fixed('UnsupportedDestination', { Fn: FN, Q: resource('SQS::Queue'), Config: sending({ Ref: 'Q' }) })).toEqual({
    summary: 'Write the ARN.',
    operations: ['replace /Resources/Config/Properties/DestinationConfig/OnFailure/Destination'],
    values: [{ 'Fn::GetAtt': ['Q', 'Arn'] }],
    found: [1, 0],
  });
});

test('writes the ARN of the queue for dead letters', () => {
  expect(fixed('UnsupportedDeadLetterQueue', { Fn: resource('Lambda::Function', { DeadLetterConfig: { TargetArn: { Ref: 'Q' } } }), Q: resource('SQS::Queue') }))
    .toMatchObject({ summary: 'Write the ARN.', found: [1, 0] });
});

test('takes a new queue for dead letters to a bus', () => {
  expect(fixed('UnsupportedDeadLetterQueue', { Fn: resource('Lambda::Function', { DeadLetterConfig: { TargetArn: { Ref: 'B' } } }), B: resource('Events::EventBus', { Name: 'b' }) }))
    .toMatchObject({ summary: 'Send dead letters to a new standard queue, and allow `sqs:SendMessage` to the role of the function.', found: [1, 0] });
});
