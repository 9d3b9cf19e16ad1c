import { existsSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { CannotRunError } from './cannot-run-error';
import type { Layers } from './layers';
import type { Program } from './program';
import { known, type Layer } from '../../topology';
import type { DeployedApp } from '../deployment/deployed-app';
import type { SimulatedFunction } from '../state';

/** The beginning of the URL of a queue, e.g. `https://sqs.eu-west-1.amazonaws.com`. */
const QUEUE_HOST = /https:\/\/sqs\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?(?=\/\d{12}\/)/g;

/**
 * The program of a function of the app.
 *
 * @param given variables that replace those of the template
 * @param assembly the directory of its assets; absent for templates in memory
 * @throws CannotRunError if the app does not have the code, or if Node.js cannot run it
 */
export function programOf(
  { topology, texts }: DeployedApp, fn: SimulatedFunction, given: Readonly<Record<string, string>>, assembly: string | undefined,
): Program {
  const { logicalId, runtime, handler, key } = fn.settings;
  const declared = topology.functions.get(key);
  if (!declared) {
    throw new CannotRunError(logicalId, 'the app does not declare it: it was created by `CreateFunction`');
  }
  const { inline, asset, layers, environment } = declared.code;
  if (!runtime?.startsWith('nodejs')) {
    throw new CannotRunError(logicalId, `its runtime is ${runtime ?? 'unknown'}, and only Node.js runs here`);
  }
  if (handler === undefined) {
    throw new CannotRunError(logicalId, 'its `Handler` is unknown');
  }
  const variables = Object.fromEntries([...environment].map(([name, text]) => {
    const value = given[name] ?? texts.of(text);
    if (value === undefined) {
      throw new CannotRunError(logicalId, `its environment variable \`${name}\` is known at deploy time only`, name);
    }
    return [name, name in given ? value : servedUrls(value, given.AWS_ENDPOINT_URL_SQS)];
  }));
  return {
    handler,
    source: sourceOf(logicalId, known(inline), asset, assembly),
    layers: layersOf(layers, assembly),
    environment: { ...reserved(fn), ...variables, ...given },
  };
}

function sourceOf(logicalId: string, inline: string | undefined, asset: string | undefined, assembly: string | undefined): Program['source'] {
  if (inline !== undefined) {
    return { inline };
  }
  if (asset === undefined || assembly === undefined) {
    throw new CannotRunError(logicalId, 'its code is not in the assembly: use `Simulator.fromAssembly`');
  }
  const directory = directoryOf(assembly, asset);
  if (directory === undefined) {
    throw new CannotRunError(logicalId, `its asset \`${asset}\` is not a directory of the assembly`);
  }
  return { directory };
}

/** Lambda unpacks one layer after the other, so a later one replaces files of an earlier one. */
function layersOf(layers: readonly Layer[], assembly: string | undefined): Layers {
  const found = layers.map(({ name, asset }) => ({
    name: name ?? 'of an unknown name',
    directory: asset === undefined || assembly === undefined ? undefined : directoryOf(assembly, asset),
  })).reverse();
  return {
    directories: found.flatMap(({ directory }) => directory ?? []),
    absent: found.flatMap(({ name, directory }) => directory === undefined ? [name] : []),
  };
}

/** The absolute path of an asset, because the code runs in its own working directory; undefined if the assembly has no such directory. */
function directoryOf(assembly: string, asset: string): string | undefined {
  const directory = resolve(assembly, asset);
  const isWithin = existsSync(directory) && realpathSync(directory).startsWith(realpathSync(assembly) + sep);
  return isWithin && statSync(directory).isDirectory() ? directory : undefined;
}

/** The URLs of queues in a text, on this computer: an SDK sends to the host of the URL, even if it has an endpoint for all queues. */
function servedUrls(text: string, endpoint: string | undefined): string {
  return endpoint === undefined ? text : text.replace(QUEUE_HOST, endpoint);
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
