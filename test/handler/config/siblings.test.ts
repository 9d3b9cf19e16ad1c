import { siblings } from '../../../lib/handler/config/siblings';
import { physicalId } from '../../../lib/handler/physical-id/physical-id';
import { serverForEachTest } from '../loopback/server-for-each-test';
import { cloudFormationError, stackResources } from '../loopback/stack-answers';
import { TestDeployment } from '../test-deployment';

const STACK = 'arn:aws:cloudformation:us-east-1:123456789012:stack/s/1';
const IDENTITY = '123456789012/us-east-1/orders:live';
const id = (mark: string, identity = IDENTITY) => physicalId(identity, { mark, found: null })!;

const cloudFormation = serverForEachTest('CLOUDFORMATION');
let deployment: TestDeployment;

beforeEach(() => {
  deployment = new TestDeployment();
});

async function marks(): Promise<string[]> {
  return (await siblings(STACK, id('own'), IDENTITY, deployment)).map(({ kept }) => kept.mark);
}

test('are the other configs of the same place', async () => {
  cloudFormation().script([stackResources([
    { logicalId: 'Own', physicalId: id('own') },
    { logicalId: 'Sibling', physicalId: id('sibling') },
    { logicalId: 'Elsewhere', physicalId: id('elsewhere', '123456789012/us-east-1/orders:$LATEST') },
    { logicalId: 'Gone', physicalId: id('gone'), status: 'DELETE_COMPLETE' },
    { logicalId: 'Invocation', physicalId: id('invocation'), type: 'Custom::LambdaDeployTimeInvocation' },
    { logicalId: 'Unborn', physicalId: '', status: 'CREATE_IN_PROGRESS' },
  ])]);
  expect(await marks()).toEqual(['sibling']);
  expect(Object.fromEntries(new URLSearchParams(cloudFormation().requests[0].body))).toMatchObject({ Action: 'ListStackResources', StackName: STACK });
});

test('are looked for on every page', async () => {
  cloudFormation().script([
    stackResources([{ logicalId: 'A', physicalId: id('a') }], 'more'),
    stackResources([{ logicalId: 'B', physicalId: id('b') }]),
  ]);
  expect(await marks()).toEqual(['a', 'b']);
  expect(new URLSearchParams(cloudFormation().requests[1].body).get('NextToken')).toBe('more');
});

test('are asked for again when CloudFormation is busy', async () => {
  cloudFormation().script([cloudFormationError(400, 'Throttling'), stackResources([{ logicalId: 'A', physicalId: id('a') }])]);
  expect(await marks()).toEqual(['a']);
});

test('are unknown to whoever may not ask, which costs no time', async () => {
  cloudFormation().script([cloudFormationError(403, 'AccessDenied')]);
  expect(await marks()).toEqual([]);
  expect(deployment.lines).toEqual([{ step: 'siblings unknown', facts: { reason: 'cloudformation:ListStackResources is not allowed' } }]);
  expect(deployment.elapsed).toBe(0);
});

test('are not supposed to be none when CloudFormation fails', async () => {
  cloudFormation().script([cloudFormationError(400, 'ValidationError', 'no such stack')]);
  await expect(marks()).rejects.toThrow('no such stack');
});
