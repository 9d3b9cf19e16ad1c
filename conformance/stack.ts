import { RemovalPolicy, Stack, type App } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Declarations, Story } from './story';

const CODE = `
exports.handler = async event => {
  if (event.fail) {
    throw new Error(event.fail);
  }
  return event.Records ? { batchItemFailures: event.Records.filter(({ body }) => body === 'bad').map(({ messageId }) => ({ itemIdentifier: messageId })) } : { got: event };
};
`;

/** The stack with everything that some stories need. */
export function conformanceStack(app: App, name: string, stories: readonly Story[]): Stack {
  const stack = new Stack(app, name);
  const nameOf = (id: string) => `${name}-${id}`;
  const declarations: Declarations = {
    stack,
    nameOf,
    function: (id, props = {}) => new lambda.Function(stack, id, {
      functionName: nameOf(id),
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline(CODE),
      // Lambda would make one that stays when the stack goes.
      logGroup: new logs.LogGroup(stack, `${id}-log`, { removalPolicy: RemovalPolicy.DESTROY, retention: logs.RetentionDays.ONE_DAY }),
      ...props,
    }),
    queue: (id, props = {}) => new sqs.Queue(stack, id, { queueName: nameOf(id), removalPolicy: RemovalPolicy.DESTROY, ...props }),
  };
  for (const story of stories) {
    story.declare(declarations);
  }
  return stack;
}
