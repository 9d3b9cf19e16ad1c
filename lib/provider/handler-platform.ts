import { Stack, Token } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { Construct } from 'constructs';

/** The default runtime and architecture of the handler. */
export function handlerPlatform(scope: Construct): { runtime: lambda.Runtime; architecture: lambda.Architecture } {
  return { runtime: lambda.determineLatestNodeRuntime(scope), architecture: architectureIn(Stack.of(scope).region) };
}

/** Arm costs less and runs the same handler, but not every isolated Region offers it. */
function architectureIn(region: string): lambda.Architecture {
  const isolated = !Token.isUnresolved(region) && RegionInfo.get(region).partition?.startsWith('aws-iso');
  return isolated ? lambda.Architecture.X86_64 : lambda.Architecture.ARM_64;
}
