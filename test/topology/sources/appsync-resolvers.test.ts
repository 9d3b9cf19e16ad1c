import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aws_appsync as appsync, type Stack } from 'aws-cdk-lib';
import { functionIn, stackOf } from '../synthesized';
import { resource, resources } from '../templates';

const JS = appsync.FunctionRuntime.JS_1_0_0;
const CODE = "export const request = ctx => ({ operation: 'Invoke', invocationType: 'Event', payload: ctx.args }); export const response = () => null;";

function api(stack: Stack): appsync.GraphqlApi {
  const schema = { bind: (bound: appsync.IGraphqlApi) => ({ apiId: bound.apiId, definition: 'type Query { f: String }' }) };
  return new appsync.GraphqlApi(stack, 'Api', { name: 'api', definition: appsync.Definition.fromSchema(schema) });
}

test.each<[string, string, (source: appsync.LambdaDataSource) => unknown]>([
  ['a resolver with code', 'S/Api/Field/Resource', source => source.createResolver('Field', { typeName: 'Query', fieldName: 'f', runtime: JS, code: appsync.Code.fromInline(CODE) })],
  ['a resolver with a template', 'S/Api/Field/Resource', source => source.createResolver('Field', {
    typeName: 'Query', fieldName: 'f', requestMappingTemplate: appsync.MappingTemplate.fromString('{"version": "2018-05-29", "operation": "Invoke", "invocationType": "Event"}'),
  })],
  ['a function with code', 'S/Api/Step/Resource', source => source.createFunction('Step', { name: 'step', runtime: JS, code: appsync.Code.fromInline(CODE) })],
])('reads %s', (_, path, build) => {
  const { invocations } = stackOf(stack => void build(api(stack).addLambdaDataSource('Source', functionIn(stack, 'Fn'))));
  expect(invocations).toMatchObject([{
    kind: 'appsync-resolver', origin: { path }, property: 'DataSourceName', to: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/) }, role: { kind: 'role' },
  }]);
});

test('reads code from a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'resolver-')), 'resolver.js');
  writeFileSync(file, CODE);
  const { invocations } = stackOf(stack => void api(stack).addLambdaDataSource('Source', functionIn(stack, 'Fn')).createResolver('Field', {
    typeName: 'Query', fieldName: 'f', runtime: JS, code: appsync.Code.fromAsset(file),
  }));
  expect(invocations).toMatchObject([{ kind: 'appsync-resolver', to: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/) } }]);
});

test.each<[string, (source: appsync.LambdaDataSource) => unknown]>([
  ['a direct resolver', source => source.createResolver('Field', { typeName: 'Query', fieldName: 'f' })],
  ['the template of aws-cdk-lib', source => source.createResolver('Field', { typeName: 'Query', fieldName: 'f', requestMappingTemplate: appsync.MappingTemplate.lambdaRequest() })],
])('%s waits for the function', (_, build) => {
  const { invocations, deliveries } = stackOf(stack => void build(api(stack).addLambdaDataSource('Source', functionIn(stack, 'Fn'))));
  expect([...invocations, ...deliveries]).toEqual([]);
});

test.each<[string, appsync.LambdaInvokeType | undefined, number]>([
  ['does not wait', appsync.LambdaInvokeType.EVENT, 1],
  ['waits', appsync.LambdaInvokeType.REQUEST_RESPONSE, 0],
  ['waits by default', undefined, 0],
])('reads a channel namespace that %s', (_, lambdaInvokeType, count) => {
  const { invocations } = stackOf(stack => {
    const events = new appsync.EventApi(stack, 'Events', { apiName: 'events' });
    const dataSource = events.addLambdaDataSource('Source', functionIn(stack, 'Fn'));
    events.addChannelNamespace('orders', { publishHandlerConfig: { dataSource, direct: true, lambdaInvokeType } });
  });
  expect(invocations).toHaveLength(count);
  expect(invocations).toMatchObject(count === 0 ? [] : [{ property: 'HandlerConfigs.OnPublish.Integration.DataSourceName', to: { kind: 'function' } }]);
});

/** The functions that a resolver calls, or why they are unknown. */
function called(properties: object, source: object = {}): string[] {
  const { invocations, deliveries } = resources({
    Fn: resource('Lambda::Function'),
    Source: resource('AppSync::DataSource', { ApiId: 'a', Name: 'orders', Type: 'AWS_LAMBDA', LambdaConfig: { LambdaFunctionArn: { 'Fn::GetAtt': ['Fn', 'Arn'] } }, ...source }),
    Resolver: resource('AppSync::Resolver', { ApiId: 'a', DataSourceName: 'orders', Code: CODE, ...properties }),
  }, { Parameters: { Open: { Type: 'String' } } });
  return [...invocations, ...deliveries].map(({ to }) => to.kind === 'function' ? to.key : to.kind === 'unknown' ? to.reason : to.kind);
}

test.each<[string, object, object]>([
  ['a name', {}, {}],
  ['`Fn::GetAtt`', { DataSourceName: { 'Fn::GetAtt': ['Source', 'Name'] } }, {}],
])('finds the data source by %s', (_, properties, source) => {
  expect(called(properties, source)).toEqual(['S.Fn:$LATEST']);
});

test('reads an alias', () => {
  expect(called({}, { LambdaConfig: { LambdaFunctionArn: { 'Fn::Sub': '${Fn.Arn}:live' } } })).toEqual(['S.Fn:live']);
});

test.each<[string, object, object]>([
  ['a data source of another kind', {}, { Type: 'AMAZON_DYNAMODB' }],
  ['a resolver without a data source', { DataSourceName: undefined }, {}],
])('%s calls no function', (_, properties, source) => {
  expect(called(properties, source)).toEqual([]);
});

test.each<[string, object, string]>([
  ['code in a bucket', { Code: undefined, CodeS3Location: 's3://b/k' }, 'its code is in a bucket'],
  ['code of a parameter', { Code: { Ref: 'Open' } }, 'parameter `Open` has no default'],
  ['a data source of another API', { ApiId: 'b' }, 'the app does not declare its data source'],
  ['a data source of another name', { DataSourceName: 'other' }, 'the app does not declare its data source'],
  ['an unknown data source', { DataSourceName: { Ref: 'Open' } }, 'parameter `Open` has no default'],
  ['code with a name of the deployment', { Code: { 'Fn::Sub': `\${AWS::StackId}${CODE}` } }, 'its code is known at deploy time only'],
])('does not guess %s', (_, properties, reason) => {
  expect(called(properties)).toEqual([reason]);
});
