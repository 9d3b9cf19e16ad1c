import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { LiveOrdersOnAlibabaCloud, OrdersOnAlibabaCloud, OrdersOnAws } from '../../examples/two-clouds/two-clouds';
import { CHECKS, findings } from '../../lib/checks';
import { readAssembly } from '../../lib/topology';

const outdir = mkdtempSync(join(tmpdir(), 'two-clouds-'));
const app = new App({ outdir });
new OrdersOnAws(app, 'OrdersOnAws');
new OrdersOnAlibabaCloud(app, 'OrdersOnAlibabaCloud', { region: 'cn-hangzhou' });
new LiveOrdersOnAlibabaCloud(app, 'LiveOrdersOnAlibabaCloud', { account: '1234567890123456', region: 'cn-hangzhou' });
const { directory } = app.synth();
const template = (file: string) => JSON.parse(readFileSync(join(directory, file), 'utf8')).Resources;
afterAll(() => rmSync(outdir, { recursive: true }));

describe('orders on two clouds', () => {
  test('have one policy', () => {
    const lambda = Object.values<any>(template('OrdersOnAws.template.json')).find(({ Type }) => Type === 'AWS::Lambda::EventInvokeConfig').Properties;
    const functionCompute = template('OrdersOnAlibabaCloud.ros.json').OrderPolicy.Properties;

    expect([lambda.MaximumEventAgeInSeconds, lambda.MaximumRetryAttempts]).toEqual([3600, 1]);
    expect([functionCompute.MaxAsyncEventAgeInSeconds, functionCompute.MaxAsyncRetryAttempts]).toEqual([3600, 1]);
  });

  test('have the same policy on the alias, with a key from a secret', () => {
    const live = Object.values<any>(template('LiveOrdersOnAlibabaCloud.template.json')).find(({ Type }) => Type === 'Custom::AlibabaAsyncInvokeConfig').Properties;

    expect(live).toMatchObject({ Qualifier: 'live', MaximumEventAgeInSeconds: '3600', MaximumRetryAttempts: '1' });
    expect(live.OnFailure).toBe('acs:mns:cn-hangzhou:1234567890123456:/queues/failed-orders/messages');
    expect(JSON.stringify(live.Credentials)).toContain(':secret:alibaba/deployer"');
  });

  test('send failures to a queue of each cloud', () => {
    const queue = ['acs:mns:cn-hangzhou:', { Ref: 'ALIYUN::TenantId' }, ':/queues/', { 'Fn::GetAtt': ['FailedOrders', 'QueueName'] }, '/messages'];
    const { OrderPolicy, OrderRole } = template('OrdersOnAlibabaCloud.ros.json');

    expect(OrderPolicy.Properties.DestinationConfig).toEqual({ OnFailure: { Destination: { 'Fn::Join': ['', queue] } } });
    expect(OrderRole.Properties.Policies[0].PolicyDocument.Statement).toEqual([
      { Effect: 'Allow', Action: ['mns:SendMessage'], Resource: [{ 'Fn::Join': ['', queue] }] },
    ]);
  });

  test('refer to the function and the role, so that ROS creates those first', () => {
    const { OrderPolicy, TakeOrder } = template('OrdersOnAlibabaCloud.ros.json');

    expect([OrderPolicy.Properties.FunctionName, TakeOrder.Properties.Role]).toEqual([
      { 'Fn::GetAtt': ['TakeOrder', 'FunctionName'] }, { 'Fn::GetAtt': ['OrderRole', 'Arn'] },
    ]);
  });

  test('pass all checks', () => {
    expect(findings(readAssembly(directory), CHECKS)).toEqual([]);
  });
});
