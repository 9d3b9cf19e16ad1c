import { Stack, aws_apigateway as apigateway, aws_iam as iam, type App } from 'aws-cdk-lib';
import { literal } from '../../../lib/topology/values/value';
import { ENV, functionIn, stackOf, synthesized } from '../synthesized';
import { resource, resources } from '../templates';

const EVENT = { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" };

function method(stack: Stack, integration: apigateway.Integration): void {
  new apigateway.RestApi(stack, 'Api').root.addMethod('POST', integration, { methodResponses: [{ statusCode: '202' }] });
}

test('reads a method of aws-cdk-lib that does not wait for the function', () => {
  const { invocations } = stackOf(stack => {
    method(stack, new apigateway.LambdaIntegration(functionIn(stack, 'Fn').addAlias('live'), { proxy: false, requestParameters: EVENT }));
  });
  expect(invocations).toMatchObject([{
    kind: 'api-integration',
    origin: { path: 'S/Api/Default/POST/Resource' },
    property: 'Integration.Uri',
    to: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/), qualifier: literal('live') },
    role: undefined,
  }]);
});

test('reads an integration with a role', () => {
  const { invocations } = stackOf(stack => {
    const fn = functionIn(stack, 'Fn');
    const credentialsRole = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com') });
    method(stack, new apigateway.AwsIntegration({ service: 'lambda', path: `2015-03-31/functions/${fn.functionArn}/invocations`, options: { credentialsRole, requestParameters: EVENT } }));
  });
  expect(invocations).toMatchObject([{ to: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/) }, role: { kind: 'role' } }]);
});

test('reads a function of another stack', () => {
  const { invocations } = synthesized((app: App) => {
    const fn = functionIn(new Stack(app, 'A', { env: ENV }), 'Fn');
    method(new Stack(app, 'B', { env: ENV }), new apigateway.LambdaIntegration(fn, { proxy: false, requestParameters: EVENT }));
  });
  expect(invocations).toMatchObject([{ origin: { stack: 'B' }, to: { kind: 'function', resource: expect.stringMatching(/^A\.Fn/) } }]);
});

test.each<[string, apigateway.LambdaIntegrationOptions]>([
  ['a proxy integration', {}],
  ['an integration of its own', { proxy: false }],
  ['`RequestResponse`', { proxy: false, requestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'RequestResponse'" } }],
  ['another header', { proxy: false, requestParameters: { 'integration.request.header.X-Type': "'Event'" } }],
])('%s waits for the function', (_, options) => {
  const { invocations, deliveries } = stackOf(stack => method(stack, new apigateway.LambdaIntegration(functionIn(stack, 'Fn'), options)));
  expect([...invocations, ...deliveries]).toEqual([]);
});

test('reads the integration of a WebSocket API', () => {
  const { invocations } = resources({
    Fn: resource('Lambda::Function'),
    Integration: resource('ApiGatewayV2::Integration', {
      ApiId: 'a', IntegrationType: 'AWS', IntegrationUri: { 'Fn::Sub': 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${Fn.Arn}/invocations' }, RequestParameters: EVENT, CredentialsArn: 'arn:aws:iam::123456789012:role/api',
    }),
  });
  expect(invocations).toMatchObject([{ kind: 'api-integration', property: 'IntegrationUri', to: { kind: 'function', resource: 'S.Fn' }, role: { kind: 'role' } }]);
});
