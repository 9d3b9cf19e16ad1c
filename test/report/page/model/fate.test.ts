import { fatesOf } from '../../../../lib/report/page/model/fate';
import { Stage } from '../../../../lib/report/page/scenario/stage';
import { shopApp, templatesApp } from '../shop';

async function fates(app = shopApp()) {
  return Object.fromEntries(await fatesOf(app.functions, new Stage(app.topology)));
}

const job = (properties: object = {}) => ({ Job: { Type: 'AWS::Lambda::Function', Properties: properties } });
const config = (properties: object) => ({ Config: { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: { Ref: 'Job' }, Qualifier: '$LATEST', ...properties } } });

test('tells what becomes of the failed events of each function', async () => {
  expect(await fates()).toEqual({
    'Media/Notify:$LATEST': { kind: 'lost', says: 'Failed events are lost: nothing keeps them.' },
    'Media/Thumbnails:$LATEST': { kind: 'stored', says: 'Failed events are kept in queue `Media/FailedThumbnails`.' },
    'Shop/ImportOrder:$LATEST': { kind: 'stored', says: 'Failed events are kept in queue `Shop/FailedOrders`.' },
    'Shop/ImportOrder:live': { kind: 'lost', says: 'Failed events are lost: nothing keeps them.' },
    'Shop/Invoice:$LATEST': { kind: 'stored', says: 'Failed events are kept in queue `Shop/FailedOrders`.' },
    'Shop/NightlyClose:$LATEST': { kind: 'lost', says: 'Failed events are lost: nothing keeps them.' },
  });
});

test('does not guess where an unknown destination leads', async () => {
  const app = templatesApp({ 'a.json': { Parameters: { Queue: { Type: 'String' } }, Resources: { ...job(), ...config({ DestinationConfig: { OnFailure: { Destination: { Ref: 'Queue' } } } }) } } });

  expect(await fates(app)).toEqual({ 'Job:$LATEST': { kind: 'unknown', says: 'It is unknown where failed events go, because parameter `Queue` has no default.' } });
});

test('a role that lacks the permission loses the record', async () => {
  const role = { Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } }, Queue: { Type: 'AWS::SQS::Queue' } };
  const app = templatesApp({ 'a.json': { Resources: { ...role, ...job({ Role: { 'Fn::GetAtt': ['Role', 'Arn'] } }), ...config({ DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Queue', 'Arn'] } } } }) } } });

  expect(await fates(app)).toEqual({ 'Job:$LATEST': { kind: 'lost', says: 'Failed events are lost: queue `Queue` does not get the record, because the role of `Job` lacks sqs:SendMessage.' } });
});

const DROPPED = { kind: 'dropped', says: 'Failed events are dropped, as the app says: it leaves the destination empty, or acknowledges that there is none.' };

test('does not call lost what the app drops with an empty destination', async () => {
  const app = templatesApp({ 'a.json': { Resources: { ...job(), ...config({ DestinationConfig: { OnFailure: { Destination: '' } } }) } } });

  expect(await fates(app)).toEqual({ 'Job:$LATEST': DROPPED });
});

test('does not call lost what the app acknowledges', async () => {
  const app = shopApp(({ files, ...input }) => {
    const manifest = JSON.parse(files['manifest.json']);
    manifest.artifacts.Media.metadata = { ...manifest.artifacts.Media.metadata, '/Media/Notify': [{ type: 'aws:cdk:acknowledged-rules', data: { 'cdk-async-invoke::NoFailureDestination': 'fine' } }] };
    return { ...input, files: { ...files, 'manifest.json': JSON.stringify(manifest) } };
  });

  expect(await fates(app)).toMatchObject({ 'Media/Notify:$LATEST': DROPPED, 'Shop/NightlyClose:$LATEST': { kind: 'lost' } });
});
