import { stackConfigs } from '../../../lib/handler/config/stack-configs';
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

async function marks(): Promise<(string | undefined)[]> {
  return (await stackConfigs(STACK, deployment)).map(config => config.id?.kept.mark);
}

test('lists the configs of both clouds, those in creation included', async () => {
  cloudFormation().script([stackResources([
    { logicalId: 'One', physicalId: id('one') },
    { logicalId: 'Other', physicalId: id('other'), type: 'Custom::AlibabaAsyncInvokeConfig' },
    { logicalId: 'Gone', physicalId: id('gone'), status: 'DELETE_COMPLETE' },
    { logicalId: 'Invocation', physicalId: id('invocation'), type: 'Custom::LambdaDeployTimeInvocation' },
    { logicalId: 'New', physicalId: '', status: 'CREATE_IN_PROGRESS' },
  ])]);
  expect((await stackConfigs(STACK, deployment)).map(config => ({ ...config, id: config.id?.kept.mark }))).toEqual([
    { logicalId: 'One', physicalId: id('one'), status: 'CREATE_COMPLETE', since: new Date('2026-01-01T00:00:00Z'), id: 'one' },
    { logicalId: 'Other', physicalId: id('other'), status: 'CREATE_COMPLETE', since: new Date('2026-01-01T00:00:00Z'), id: 'other' },
    { logicalId: 'New', physicalId: '', status: 'CREATE_IN_PROGRESS', since: new Date('2026-01-01T00:00:00Z'), id: undefined },
  ]);
  expect(Object.fromEntries(new URLSearchParams(cloudFormation().requests[0].body))).toMatchObject({ Action: 'ListStackResources', StackName: STACK });
});

test('reads every page', async () => {
  cloudFormation().script([
    stackResources([{ logicalId: 'A', physicalId: id('a') }], 'more'),
    stackResources([{ logicalId: 'B', physicalId: id('b') }]),
  ]);
  expect(await marks()).toEqual(['a', 'b']);
  expect(new URLSearchParams(cloudFormation().requests[1].body).get('NextToken')).toBe('more');
});

test('asks again when CloudFormation is busy', async () => {
  cloudFormation().script([cloudFormationError(400, 'Throttling'), stackResources([{ logicalId: 'A', physicalId: id('a') }])]);
  expect(await marks()).toEqual(['a']);
});

test('lists nothing, at once, if the role may not list', async () => {
  cloudFormation().script([cloudFormationError(403, 'AccessDenied')]);
  expect(await marks()).toEqual([]);
  expect(deployment.lines).toEqual([{ step: 'siblings unknown', facts: { reason: 'cloudformation:ListStackResources is not allowed' } }]);
  expect(deployment.elapsed).toBe(0);
});

test('fails when CloudFormation fails', async () => {
  cloudFormation().script([cloudFormationError(400, 'ValidationError', 'no such stack')]);
  await expect(marks()).rejects.toThrow('no such stack');
});
