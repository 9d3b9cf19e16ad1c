import { Stack, Token } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { Construct } from 'constructs';

/** On what the handler runs, unless somebody says otherwise. */
export function handlerPlatform(scope: Construct): { runtime: lambda.Runtime; architecture: lambda.Architecture } {
  return { runtime: lambda.determineLatestNodeRuntime(scope), architecture: architectureIn(Stack.of(scope).region) };
}

/** Arm is cheaper and the handler is the same for both; but not every isolated Region is known to have it. */
function architectureIn(region: string): lambda.Architecture {
  const isolated = !Token.isUnresolved(region) && RegionInfo.get(region).partition?.startsWith('aws-iso');
  return isolated ? lambda.Architecture.X86_64 : lambda.Architecture.ARM_64;
}
