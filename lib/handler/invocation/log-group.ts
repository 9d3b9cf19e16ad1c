import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import type { Invocation } from './properties';
import { parseFunctionReference } from '../../constraints/aws-lambda/function-reference';
import type { Deployment } from '../resource';
import { facts } from '../retry/classify';
import { within } from '../retry/within';

/** Longest time to ask for the name of a log group, in milliseconds. */
const TIME = 3000;

/** Where the function logs. Lambda knows it, but the handler may not be allowed to ask: then the usual name has to do. */
export async function logGroupOf({ logGroupName, target, functionName, qualifier }: Invocation, deployment: Deployment): Promise<string> {
  const usual = `/aws/lambda/${parseFunctionReference(functionName).name}`;
  if (logGroupName !== undefined || deployment.remaining() < TIME) {
    return logGroupName ?? usual;
  }
  const command = new GetFunctionConfigurationCommand({ FunctionName: functionName, Qualifier: qualifier });
  try {
    const { LoggingConfig } = await within(TIME, deployment.clock, options => deployment.lambda(target).send(command, options));
    return LoggingConfig?.LogGroup ?? usual;
  } catch (error) {
    deployment.log('log group unknown', { error: facts(error).name });
    return usual;
  }
}
