import { createRequire } from 'node:module';
import { App, Stack, Validations, type IPolicyValidationPlugin } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { ServerlessChecks } from 'cdk-nag';
import { newApp, synth } from './aws/validated';
import { ENV, functionIn } from './topology/synthesized';
import { AsyncInvokeChecks } from 'cdk-async-invoke';

/** It needs a newer aws-cdk-lib than the oldest that we support: there it is not installed. */
const preflight = installed('cdk-preflight') as { readonly Preflight: { apply(scope: App): void } } | undefined;

(preflight ? test : test.skip)('cdk-nag, cdk-preflight and our checks each report what is their own, in one app', () => {
  const app = newApp();
  const stack = new Stack(app, 'S', { env: ENV });
  const fn = functionIn(stack, 'Fn', { environment: { '1ST': 'no name may start with a digit' } });
  const fifo = new sqs.Queue(stack, 'Fifo', { fifo: true });
  new lambda.CfnEventInvokeConfig(stack, 'Config', {
    functionName: fn.functionName, qualifier: '$LATEST', destinationConfig: { onFailure: { destination: fifo.queueArn } },
  });
  Validations.of(app).addPlugins(new AsyncInvokeChecks(), nag(app));
  preflight!.Preflight.apply(app);

  const { failed, text } = synth(app);

  expect(failed).toBe(true);
  expect(text).toContain('FifoQueueDestination');
  expect(text).toContain('Serverless-LambdaDLQ');
  expect(text).toContain('pf-lambda-env-key-start-letter');
});

/** cdk-nag needs the construct tree, too. */
function nag(app: App): IPolicyValidationPlugin {
  const pack = new ServerlessChecks(app);
  return { name: 'cdk-nag', validate: () => pack.validateScope(app) };
}

function installed(name: string): unknown {
  try {
    return createRequire(__filename)(name);
  } catch {
    return undefined;
  }
}
