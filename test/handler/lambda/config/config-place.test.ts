import { LambdaConfigPlace } from '../../../../lib/handler/lambda/config/config-place';
import { pointSdkTo } from '../../loopback/environment';
import { lambdaError } from '../../loopback/lambda-answers';
import { ScriptedServer, type ScriptedAnswer } from '../../loopback/scripted-server';
import { TestDeployment } from '../../test-deployment';

const ARN = 'arn:aws:lambda:us-east-1:111111111111:function:f';
const QUEUE = 'arn:aws:sqs:us-east-1:111111111111:q';

let lambda: ScriptedServer;
let restore: () => void;
let deployment: TestDeployment;
let place: LambdaConfigPlace;

beforeEach(async () => {
  lambda = await ScriptedServer.start();
  restore = pointSdkTo({ LAMBDA: lambda.url });
  deployment = new TestDeployment();
  place = new LambdaConfigPlace(deployment.lambda({ FunctionName: 'f' }), { FunctionName: 'f' }, deployment);
});

afterEach(async () => {
  restore();
  await lambda.stop();
});

/** As recorded from the service: the message of these errors is in lower case. */
function refused(message: string): ScriptedAnswer {
  return { status: 400, headers: { 'x-amzn-ErrorType': 'InvalidParameterValueException' }, body: { Type: 'User', message } };
}

describe('reading, by answers recorded from the service', () => {
  test.each([
    ['a config with one setting', { MaximumEventAgeInSeconds: 120 }, {}, { MaximumEventAgeInSeconds: 120 }],
    ['one with a destination', { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 }, { Destination: QUEUE }, { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60, OnFailure: QUEUE }],
    ['one whose destination was cleared', {}, {}, {}],
  ])('%s', async (_, rest, OnFailure, settings) => {
    lambda.script([{ body: { DestinationConfig: { OnFailure, OnSuccess: {} }, FunctionArn: `${ARN}:$LATEST`, LastModified: 1764106771.5, ...rest } }]);
    expect(await place.read()).toEqual({ settings, functionArn: `${ARN}:$LATEST`, lastModified: new Date('2025-11-25T21:39:31.500Z') });
    expect(lambda.calls).toEqual(['GET /2019-09-25/functions/f/event-invoke-config']);
  });

  test.each([
    `The function ${ARN}:$LATEST doesn't have an EventInvokeConfig`,
    "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')",
  ])('nothing: %s', async message => {
    lambda.script([lambdaError(404, 'ResourceNotFoundException', message)]);
    expect(await place.read()).toBeUndefined();
  });
});

describe('putting', () => {
  test.each([
    ['settings that are absent are not sent', { MaximumRetryAttempts: 1 }, { MaximumRetryAttempts: 1 }],
    ['destinations that are none are sent as such', { OnSuccess: '', OnFailure: QUEUE }, { DestinationConfig: { OnSuccess: { Destination: '' }, OnFailure: { Destination: QUEUE } } }],
    ['a config without any setting says so, for Lambda wants at least one', {}, { DestinationConfig: { OnSuccess: {}, OnFailure: {} } }],
  ])('%s', async (_, settings, sent) => {
    lambda.script([{ body: {} }]);
    await place.put(settings);
    expect(JSON.parse(lambda.requests[0].body)).toEqual(sent);
    expect(lambda.calls).toEqual(['PUT /2019-09-25/functions/f/event-invoke-config']);
  });

  test.each([
    "You can't specify the function as a destination for itself.",
    "FIFO-type Amazon SNS topics aren't supported as a destination.",
    `The provided destination config DestinationConfig(onSuccess=OnSuccess(destination=${QUEUE}.fifo), onFailure=null) is invalid.`,
    'You must specify at least one of error handling or destination setting.',
  ])('does not retry a recorded permanent error: %s', async message => {
    lambda.script([refused(message)]);
    await expect(place.put({ OnSuccess: QUEUE })).rejects.toMatchObject({ name: 'InvalidParameterValueException', message });
    expect(lambda.requests).toHaveLength(1);
  });

  test.each([
    'The function execution role does not have permissions to call ListBucket on S3',
    'The function execution role does not have permissions to call Publish on arn:aws:sns:us-east-1:111111111111:t',
    `The destination ARN ${ARN} is invalid.`,
  ])('retries a recorded error of a missing permission: %s', async message => {
    lambda.script([refused(message), refused(message), { body: {} }]);
    await place.put({ OnSuccess: QUEUE });
    expect(lambda.requests).toHaveLength(3);
  });
});

test.each([
  ['a config', { status: 204 }],
  ['nothing', lambdaError(404, 'ResourceNotFoundException', `The function ${ARN}:$LATEST doesn't have an EventInvokeConfig`)],
])('deleting %s leaves nothing', async (_, answer) => {
  lambda.script([answer]);
  await place.delete();
  expect(lambda.calls).toEqual(['DELETE /2019-09-25/functions/f/event-invoke-config']);
});
