import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { failedAssertions, type StackOutputs } from './assertions';
import { synthesized, type IntegApp } from './integ-app';

/** The test of an app, as `IntegTest` describes it in `integ.json`. */
interface TestCase {
  readonly stacks: string[];
  readonly assertionStack: string;
  readonly assertionStackName: string;
}

/** Runs the command line of the CDK, and tells whether it succeeds. */
export type Cdk = (...args: string[]) => boolean;

const CLI = path.join(__dirname, '../../node_modules/.bin/cdk');

/** Deploys an app to the account and Region of the environment, then its assertions, and destroys all of it, also after a failure. */
export function deploy(app: IntegApp): Promise<string | undefined> {
  return synthesized(app, assembly => {
    const cdk: Cdk = (...args) => spawnSync(CLI, [...args, '--app', assembly, '--no-notices'], { stdio: 'inherit' }).status === 0;
    return deployAssembly(assembly, cdk);
  });
}

/** The same for a synthesized app. */
export function deployAssembly(assembly: string, cdk: Cdk): string | undefined {
  const { testCases } = JSON.parse(fs.readFileSync(path.join(assembly, 'integ.json'), 'utf8')) as { testCases: Record<string, TestCase> };
  const problems = Object.values(testCases).flatMap(testCase => problemOf(testCase, assembly, cdk) ?? []);
  if (!cdk('destroy', '--all', '--force')) {
    problems.push('its stacks are not destroyed: delete them');
  }
  return problems.length > 0 ? problems.join('; ') : undefined;
}

function problemOf({ stacks, assertionStack, assertionStackName }: TestCase, assembly: string, cdk: Cdk): string | undefined {
  const outputs = path.join(assembly, 'outputs.json');
  if (!cdk('deploy', ...stacks, '--require-approval', 'never')) {
    return 'its stacks do not deploy';
  }
  // Without a rollback, so that all assertions run.
  if (!cdk('deploy', assertionStack, '--require-approval', 'never', '--no-rollback', '--outputs-file', outputs)) {
    return 'its assertions do not deploy';
  }
  return failedAssertions((JSON.parse(fs.readFileSync(outputs, 'utf8')) as Record<string, StackOutputs>)[assertionStackName]);
}
