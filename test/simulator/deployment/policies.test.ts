import { getPolicy } from '../../../lib/simulator/service/permissions';
import { ask } from '../service/ask';
import { resource, shop } from '../shop';

test('functions and aliases have the permissions of the template', async () => {
  const { service } = shop({
    resources: {
      OnUpload: resource('Lambda::Permission', {
        FunctionName: { Ref: 'Orders' }, Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com', SourceArn: { 'Fn::GetAtt': ['Bucket', 'Arn'] },
      }),
      OnNews: resource('Lambda::Permission', { FunctionName: { Ref: 'Live' }, Action: 'lambda:InvokeFunction', Principal: 'sns.amazonaws.com' }),
      ForUrls: resource('Lambda::Permission', {
        FunctionName: { Ref: 'Live' }, Action: 'lambda:InvokeFunction', Principal: '*', InvokedViaFunctionUrl: true, PrincipalOrgID: 'o-abcdefghij',
      }),
      Unknown: resource('Lambda::Permission', { FunctionName: { Ref: 'Orders' }, Action: 'lambda:InvokeFunction', Principal: { 'Fn::ImportValue': 'x' } }),
    },
  });
  const statementsOf = async (functionName: string) => {
    const answer = await ask(service, getPolicy, { functionName }) as { body: { Policy: string } };
    return JSON.parse(answer.body.Policy).Statement;
  };
  const arn = 'arn:aws:lambda:us-east-1:123456789012:function:Shop-Orders';
  expect(await statementsOf('Shop-Orders')).toEqual([{
    Sid: 'Shop-OnUpload',
    Effect: 'Allow',
    Principal: { Service: 's3.amazonaws.com' },
    Action: 'lambda:InvokeFunction',
    Resource: arn,
    Condition: { ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::shop-bucket' } },
  }]);
  expect(await statementsOf('Shop-Orders:live')).toMatchObject([
    {
      Sid: 'Shop-ForUrls',
      Principal: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' }, Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } },
    },
    { Sid: 'Shop-OnNews', Resource: `${arn}:live` },
  ]);
});
