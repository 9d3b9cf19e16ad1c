import type { Stack } from 'aws-cdk-lib';
import { found, only, resource, stack } from './fixture';

const CALL = 'Custom::Call';

test('a resource waits for the handler, for how it is invoked, and for its own permission alone', () => {
  const app = stack();
  resource(app, 'A');
  resource(app, 'B', undefined, { target: 'another' });

  expect(Object.values(found(app, CALL)).map(({ DependsOn = [] }) => [...DependsOn].sort())).toEqual(['A', 'B'].map(id => [
    expect.stringMatching(new RegExp(`^${id}Permission`)),
    expect.stringMatching(/^DeployTimeHandlerFunction\w{8}$/),
    expect.stringMatching(/^DeployTimeHandlerFunctionEventInvokeConfig/),
  ]));
});

test('another target is another permission, so that the old one outlasts the old target', () => {
  const ids = ['one', 'other'].map(target => {
    const app = stack();
    resource(app, 'A', undefined, { target });
    return Object.keys(found(app, 'AWS::IAM::Policy')).find(id => id.startsWith('APermission'));
  });

  expect(ids[0]).not.toBe(ids[1]);
});

test.each([
  [60, '960', false],
  [619, '960', false],
  [620, '960', true],
  [679, '960', true],
  [680, '961', true],
  [3319, '3600', true],
  [9999, '3600', true],
])('work of %i s is waited for %s s, and may go on in another run: %s', (workTime, timeout, continues) => {
  const app = stack();
  resource(app, 'A', undefined, { workTime });
  const continuation = Object.keys(found(app, 'AWS::IAM::Policy')).filter(id => id.includes('Continuation'));
  const { Properties, DependsOn } = only(app, CALL);

  expect(Properties.ServiceTimeout).toBe(timeout);
  expect(continuation).toHaveLength(continues ? 1 : 0);
  expect(DependsOn).toEqual(expect.arrayContaining(continuation));
});

test('the handler may invoke exactly itself, in a policy for which it does not wait', () => {
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

describe('what is about the stack itself', () => {
  const DESCRIBE = 'cloudformation:DescribeStacks';
  const ofStack = (app: Stack) => Object.entries(found(app, 'AWS::IAM::Policy')).filter(([id]) => id.includes('OwnStack'));

  test('is allowed once for all that need it, which wait for it', () => {
    const app = stack();
    resource(app, 'A').allowOnOwnStack(DESCRIBE);
    resource(app, 'B').allowOnOwnStack(DESCRIBE);
    resource(app, 'C');
    const [[id, policy], ...others] = ofStack(app);

    expect(others).toEqual([]);
    expect(policy.Properties.PolicyDocument.Statement).toEqual([{ Action: DESCRIBE, Effect: 'Allow', Resource: { Ref: 'AWS::StackId' } }]);
    expect(Object.values(found(app, CALL)).map(({ DependsOn }) => DependsOn!.includes(id))).toEqual([true, true, false]);
  });

  test('is one permission for each action, so that it goes with the last that needs it', () => {
    const app = stack();
    resource(app, 'A').allowOnOwnStack(DESCRIBE);
    resource(app, 'B').allowOnOwnStack('cloudformation:ListStackResources');

    expect(ofStack(app).map(([id]) => id.replace(/\w{8}$/, ''))).toEqual(['DeployTimeHandlerOwnStackDescribeStacks', 'DeployTimeHandlerOwnStackListStackResources']);
  });
});
