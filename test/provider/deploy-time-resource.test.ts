import type { Stack } from 'aws-cdk-lib';
import { found, only, resource, stack } from './fixture';

const CALL = 'Custom::Call';

test('a resource waits for the handler and for its own permission only', () => {
  const app = stack();
  resource(app, 'A');
  resource(app, 'B', undefined, { target: 'another' });

  expect(Object.values(found(app, CALL)).map(({ DependsOn = [] }) => [...DependsOn].sort())).toEqual(['A', 'B'].map(id => [
    expect.stringMatching(new RegExp(`^${id}Permission`)),
    expect.stringMatching(/^DeployTimeHandlerFunction\w{8}$/),
    expect.stringMatching(/^DeployTimeHandlerFunctionEventInvokeConfig/),
  ]));
});

test('a new target gets a new permission, and the old one outlasts the old target', () => {
  const ids = ['one', 'other'].map(target => {
    const app = stack();
    resource(app, 'A', undefined, { target });
    return Object.keys(found(app, 'AWS::IAM::Policy')).find(id => id.startsWith('APermission'));
  });

  expect(ids[0]).not.toBe(ids[1]);
});

test.each([
  [60, '960', false],
  [439, '960', false],
  [440, '1920', true],
  [1339, '1920', true],
  [1340, '2880', true],
  [2239, '2880', true],
  [2240, '3600', true],
  [9999, '3600', true],
])('for work of %i s CloudFormation waits %s s, and the work may continue in another run: %s', (workTime, timeout, continues) => {
  const app = stack();
  resource(app, 'A', undefined, { workTime });
  const continuation = Object.keys(found(app, 'AWS::IAM::Policy')).filter(id => id.includes('Continuation'));
  const { Properties, DependsOn } = only(app, CALL);

  expect(Properties.ServiceTimeout).toBe(timeout);
  expect(continuation).toHaveLength(continues ? 1 : 0);
  expect(DependsOn).toEqual(expect.arrayContaining(continuation));
});

test('the handler may invoke only itself, in a policy that it does not wait for', () => {
  const app = stack();
  resource(app, 'A', undefined, { workTime: 3000 });
  resource(app, 'B', undefined, { workTime: 3000, target: 'another' });
  const [[id, policy], ...others] = Object.entries(found(app, 'AWS::IAM::Policy')).filter(([name]) => name.includes('Continuation'));
  const [[handlerId, handler]] = Object.entries(found(app, 'AWS::Lambda::Function'));

  expect(others).toEqual([]);
  expect(policy.Properties.PolicyDocument.Statement).toEqual([
    { Action: 'lambda:InvokeFunction', Effect: 'Allow', Resource: { 'Fn::GetAtt': [handlerId, 'Arn'] } },
  ]);
  expect(handler.DependsOn).not.toContain(id);
});

describe('a permission on the stack itself', () => {
  const DESCRIBE = 'cloudformation:DescribeStacks';
  const ofStack = (app: Stack) => Object.entries(found(app, 'AWS::IAM::Policy')).filter(([id]) => id.includes('OwnStack'));

  test('is granted once, and every resource that needs it waits for it', () => {
    const app = stack();
    resource(app, 'A').allowOnOwnStack(DESCRIBE);
    resource(app, 'B').allowOnOwnStack(DESCRIBE);
    resource(app, 'C');
    const [[id, policy], ...others] = ofStack(app);

    expect(others).toEqual([]);
    expect(policy.Properties.PolicyDocument.Statement).toEqual([{ Action: DESCRIBE, Effect: 'Allow', Resource: { Ref: 'AWS::StackId' } }]);
    expect(Object.values(found(app, CALL)).map(({ DependsOn }) => DependsOn!.includes(id))).toEqual([true, true, false]);
  });

  test('is one policy for each action, which goes with the last resource that needs it', () => {
    const app = stack();
    resource(app, 'A').allowOnOwnStack(DESCRIBE);
    resource(app, 'B').allowOnOwnStack('cloudformation:ListStackResources');

    expect(ofStack(app).map(([id]) => id.replace(/\w{8}$/, ''))).toEqual(['DeployTimeHandlerOwnStackDescribeStacks', 'DeployTimeHandlerOwnStackListStackResources']);
  });
});
