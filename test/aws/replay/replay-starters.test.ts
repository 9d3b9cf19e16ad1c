import * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { definition, flat, replay } from './replays';
import { ReplaySource } from '../../../lib/aws/replay/replay-source';
import { agnosticStack, fn, resources, role, statements } from '../fixture';

function stackWithReplay(props: object = {}) {
  const stack = agnosticStack();
  const who = role(stack, 'Who');
  return { stack, who, replay: replay(stack, { from: [ReplaySource.queue(new sqs.Queue(stack, 'Failed'))], targets: [fn(stack)], ...props }) };
}

/** What a role may do: actions, resources as text, conditions. */
function mayOf({ stack }: ReturnType<typeof stackWithReplay>) {
  const [, found] = Object.entries(statements(stack)).find(([id]) => id.startsWith('WhoDefaultPolicy'))!;
  return found.map(({ Action, Resource, Condition }: any) => [[Action].flat().join(' '), [Resource].flat().map(flat).map(text => text.replace(/(\w)[0-9A-F]{8}/g, '$1')).join(' '), ...Condition ? [Condition] : []]);
}

const ARN = 'arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>';
const MACHINE = '<ReplayMachineStateMachine>';
const NAME = '<ReplayMachineStateMachine.Name>';
const WORK = '<ReplayStorageBucket.Arn>';

const READING = [
  ['states:DescribeExecution states:GetExecutionHistory', `${ARN}:execution:${NAME}:* ${ARN}:execution:${NAME}/*`],
  ['states:ListExecutions', MACHINE],
  ['s3:ListBucket', WORK],
  ['s3:GetObject', `${WORK}/plans/* ${WORK}/runs/*`],
];

test('who may replay starts, watches, throttles and stops runs, and reads what they wrote', () => {
  const made = stackWithReplay();
  made.replay.grantReplay(made.who);

  expect(mayOf(made)).toEqual([
    ['dynamodb:GetItem dynamodb:UpdateItem', '<ReplayStorageLedger.Arn>', { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['control#*'] } }],
    ['states:StartExecution states:DescribeStateMachine', MACHINE],
    ['states:StopExecution states:ListMapRuns', `${ARN}:execution:${NAME}:*`],
    ['states:DescribeMapRun states:UpdateMapRun', `${ARN}:mapRun:${NAME}/*`],
    ...READING,
  ]);
});

test('who may plan starts another machine, and cannot start runs', () => {
  const made = stackWithReplay();
  made.replay.grantPlan(made.who);

  expect(mayOf(made)).toEqual([['states:StartExecution states:DescribeStateMachine', '<ReplayPlanOnlyStateMachine>'], ...READING]);
});

test('the machine for plans starts the replay with the same name and input, but as a plan', () => {
  const made = stackWithReplay();
  made.replay.grantPlan(made.who);

  expect(definition(made.stack, 'PlanOnly')).toEqual({
    Comment: 'Starts plans of a replay of failed events, never runs',
    StartAt: 'Plan',
    States: {
      Plan: {
        Type: 'Task',
        Resource: 'arn:<AWS::Partition>:states:::aws-sdk:sfn:startExecution',
        Parameters: {
          'StateMachineArn': expect.stringMatching(/^<ReplayMachineStateMachine/),
          'Name.$': '$$.Execution.Name',
          'Input.$': 'States.JsonMerge($, States.StringToJson(\'{"mode":"plan"}\'), false)',
        },
        End: true,
      },
    },
  });
  expect(Object.entries(statements(made.stack)).find(([id]) => id.startsWith('ReplayPlanOnlyRole'))![1])
    .toEqual([{ Action: 'states:StartExecution', Effect: 'Allow', Resource: { Ref: expect.stringMatching(/^ReplayMachineStateMachine/) } }]);
});

test('the machine for plans is made for the first who needs it, once', () => {
  const made = stackWithReplay();
  const machines = () => Object.keys(resources(made.stack, 'AWS::StepFunctions::StateMachine')).length;

  expect(made.replay.planOnlyStateMachine).toBeUndefined();
  made.replay.grantPlan(made.who);
  made.replay.grantPlan(role(made.stack, 'Other'));
  expect(made.replay.planOnlyStateMachine?.stateMachineArn).toEqual(expect.any(String));
  expect(machines()).toBe(2);
});

test('`replayers` and `planners` are granted the same', () => {
  const granted = (grant: (made: ReturnType<typeof stackWithReplay>) => void) => {
    const made = stackWithReplay();
    grant(made);
    return mayOf(made);
  };
  const given = (name: string) => {
    const stack = agnosticStack();
    const who = role(stack, 'Who');
    replay(stack, { from: [ReplaySource.queue(new sqs.Queue(stack, 'Failed'))], targets: [fn(stack)], [name]: [who] });
    return mayOf({ stack } as ReturnType<typeof stackWithReplay>);
  };

  expect(given('replayers')).toEqual(granted(made => made.replay.grantReplay(made.who)));
  expect(given('planners')).toEqual(granted(made => made.replay.grantPlan(made.who)));
});

test('who reads what a key encrypts may use the key', () => {
  const stack = agnosticStack();
  const key = new kms.Key(stack, 'Key');
  const made = replay(stack, { from: [ReplaySource.queue(new sqs.Queue(stack, 'Failed'))], targets: [fn(stack)], encryptionKey: key });
  const [reader, starter] = ['Reader', 'Starter'].map(id => role(stack, id));
  made.grantPlan(reader);
  made.grantReplay(starter);
  const uses = (id: string) => Object.entries(statements(stack))
    .filter(([logicalId]) => logicalId.startsWith(`${id}DefaultPolicy`))
    .flatMap(([, found]) => found.flatMap(({ Action }: any) => Action as string | string[]))
    .filter(action => action.startsWith('kms:'));

  expect(uses('Reader')).toEqual(['kms:Decrypt']);
  expect(uses('Starter')).toEqual(expect.arrayContaining(['kms:Decrypt', 'kms:GenerateDataKey']));
});
