import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CannotRunError } from './cannot-run-error';
import type { Program } from './program';
import { known } from '../../topology';
import type { DeployedApp } from '../deployment/deployed-app';
import type { SimulatedFunction } from '../state';

/**
 * The program of a function of the app.
 *
 * @param assembly the directory of its assets; absent for templates in memory
 * @throws CannotRunError if the app does not have the code, or if Node.js cannot run it
 */
export function programOf({ topology, texts }: DeployedApp, fn: SimulatedFunction, assembly: string | undefined): Program {
  const { logicalId, runtime, handler, key } = fn.settings;
  const { inline, asset, environment } = topology.functions.get(key)!.code;
  if (!runtime?.startsWith('nodejs')) {
    throw new CannotRunError(logicalId, `its runtime is ${runtime ?? 'unknown'}, and only Node.js runs here`);
  }
  if (handler === undefined) {
    throw new CannotRunError(logicalId, 'its `Handler` is unknown');
  }
  const variables = Object.fromEntries([...environment].map(([name, text]) => {
    const value = texts.of(text);
    if (value === undefined) {
      throw new CannotRunError(logicalId, `its environment variable \`${name}\` is known at deploy time only`);
    }
    return [name, value];
  }));
  return { handler, source: sourceOf(logicalId, known(inline), asset, assembly), environment: { ...reserved(fn), ...variables } };
}

function sourceOf(logicalId: string, inline: string | undefined, asset: string | undefined, assembly: string | undefined): Program['source'] {
  if (inline !== undefined) {
    return { inline };
  }
  if (asset === undefined || assembly === undefined) {
    throw new CannotRunError(logicalId, 'its code is not in the assembly: use `Simulator.fromAssembly`');
  }
  // Absolute, because the code runs in its own working directory.
  const directory = resolve(assembly, asset);
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    throw new CannotRunError(logicalId, `its asset \`${asset}\` is not a directory of the assembly`);
  }
  return { directory };
}

/**
 * Variables that Lambda sets for every environment of a function. The credentials are invalid, so that no code touches
 * a real account by mistake.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
function reserved({ settings }: SimulatedFunction): Record<string, string> {
  const { name, region, memorySize, runtime, handler } = settings;
  return {
    _HANDLER: handler!,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memorySize),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_ACCESS_KEY_ID: 'simulated',
    AWS_SECRET_ACCESS_KEY: 'simulated',
    AWS_SESSION_TOKEN: 'simulated',
    AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
  };
}
