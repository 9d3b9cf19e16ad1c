import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { redriver } from './redrive';

const lambda = new LambdaClient();

export const handler = redriver(async (functionArn, payload) => {
  await lambda.send(new InvokeCommand({ FunctionName: functionArn, InvocationType: 'Event', Payload: payload }));
});
