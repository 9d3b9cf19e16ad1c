import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as cr from 'aws-cdk-lib/custom-resources';
import { Trigger } from 'aws-cdk-lib/triggers';
import { DeployTimeInvocation } from './built';

const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:f';

/** A handler as it is uploaded, and what CloudFormation sends it. */
export interface ShippedHandler {
  readonly bytes: number;

  /** Of the module. */
  readonly path: string;
  readonly exportName: string;
  readonly resourceType: string;
  readonly properties: object;
}

/** The handlers of three constructs that invoke a function when they are created, taken from what the CDK would upload. */
export function shippedHandlers(outdir: string): Record<'ours' | 'trigger' | 'awsCustomResource', ShippedHandler> {
  const app = new App({ outdir, analyticsReporting: false });
  const handlerOf = (id: string, declare: (stack: Stack) => void) => {
    const stack = new Stack(app, id);
    declare(stack);
    return () => shippedHandler(outdir, `${id}.template.json`);
  };
  const ours = handlerOf('Ours', stack => new DeployTimeInvocation(stack, 'Call', { function: lambda.Function.fromFunctionArn(stack, 'Function', ARN) }));
  const trigger = handlerOf('Trigger', stack => new Trigger(stack, 'Call', {
    handler: new lambda.Function(stack, 'Function', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => {};'),
    }),
  }));
  const awsCustomResource = handlerOf('AwsCustomResource', stack => new cr.AwsCustomResource(stack, 'Call', {
    onCreate: { service: 'Lambda', action: 'invoke', parameters: { FunctionName: ARN }, physicalResourceId: cr.PhysicalResourceId.of('call') },
    policy: cr.AwsCustomResourcePolicy.fromSdkCalls({ resources: [ARN] }),
    installLatestAwsSdk: false,
  }));
  app.synth();
  return { ours: ours(), trigger: trigger(), awsCustomResource: awsCustomResource() };
}

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, any>>;
}

function shippedHandler(outdir: string, template: string): ShippedHandler {
  const { Resources } = JSON.parse(readFileSync(join(outdir, template), 'utf8')) as { Resources: Record<string, Resource> };
  const { Type, Properties } = Object.values(Resources).find(({ Properties: { ServiceToken } }) => ServiceToken !== undefined)!;
  const { Code, Handler } = Resources[Properties.ServiceToken['Fn::GetAtt'][0]].Properties;
  const [file, exportName] = Handler.split('.');
  const folder = join(outdir, `asset.${Code.S3Key.replace('.zip', '')}`);
  return {
    bytes: readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0),
    path: join(folder, file),
    exportName,
    resourceType: Type,
    properties: JSON.parse(JSON.stringify(Properties), (_, value) => value?.Ref ? ARN : value),
  };
}
