import { MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../constraints/aws-lambda/event-invoke-config';
import { append } from '../assembly/app';
import type { EventInvokeConfig, QualifiedFunction } from '../nodes/config';
import type { Delivery } from '../nodes/delivery';
import type { AliasNode, FunctionNode, VersionNode } from '../nodes/function';
import type { FunctionTarget, Target } from '../targets/target';
import { literal, unknown, type Setting, type Unknown } from '../values/value';

interface Declarations {
  readonly functions: ReadonlyMap<string, FunctionNode>;
  readonly versions: ReadonlyMap<string, VersionNode>;
  readonly aliases: ReadonlyMap<string, AliasNode>;
  readonly configs: readonly EventInvokeConfig[];
  readonly invocations: readonly Delivery[];
}

/** Every qualifier that the app declares, configures or invokes, with the settings that apply to it. */
export function qualifiedFunctions({ functions, versions, aliases, configs, invocations }: Declarations): Map<string, QualifiedFunction> {
  const targets = new Map<string, FunctionTarget>();
  const declaredBy = new Map<string, string>();
  const configsOf = new Map<string, EventInvokeConfig[]>();
  const invocationsOf = new Map<string, Delivery[]>();
  const include = (target: Target | Unknown) => {
    if (target.kind !== 'function') {
      return undefined;
    }
    if (!targets.has(target.key)) {
      targets.set(target.key, target);
    }
    return target.key;
  };
  for (const { target } of functions.values()) {
    include(target);
  }
  for (const node of [...aliases.values(), ...versions.values()]) {
    const key = include(node.function);
    if (key !== undefined) {
      declaredBy.set(key, node.key);
    }
  }
  const doubts = new Map<string, Unknown>();
  for (const config of configs) {
    const key = include(config.target);
    if (key !== undefined) {
      append(configsOf, key, config);
    }
    if (config.target.kind === 'unknown' && config.function.kind === 'function') {
      doubts.set(config.function.functionKey, unknown(`the qualifier of config \`${config.key}\` is unknown: ${config.target.reason}`));
    }
  }
  for (const invocation of invocations) {
    const key = include(invocation.to);
    if (key !== undefined) {
      append(invocationsOf, key, invocation);
    }
  }
  return new Map([...targets].sort(([a], [b]) => a < b ? -1 : 1).map(([key, target]) => {
    const applied = configsOf.get(key) ?? [];
    const doubt = doubts.get(target.functionKey);
    return [key, {
      target,
      declaredBy: declaredBy.get(key),
      configs: applied,
      retryAttempts: doubt ?? setting(applied, config => config.retryAttempts, RETRY_ATTEMPTS.default!),
      maxEventAge: doubt ?? setting(applied, config => config.maxEventAge, MAX_EVENT_AGE.default!),
      onSuccess: doubt ?? only(applied, config => config.onSuccess),
      onFailure: doubt ?? only(applied, config => config.onFailure),
      deadLetterQueue: functions.get(target.resource ?? '')?.deadLetterQueue,
      invocations: invocationsOf.get(key) ?? [],
    }];
  }));
}

function setting(
  configs: readonly EventInvokeConfig[], read: (config: EventInvokeConfig) => Setting<number> | undefined, standard: number,
): Setting<number> {
  return only(configs, read) ?? literal(standard);
}

/** A setting of the only config. Several configs overwrite each other in an unknown order, and a conditional one may not exist. */
function only<T>(configs: readonly EventInvokeConfig[], read: (config: EventInvokeConfig) => T | undefined): T | Unknown | undefined {
  if (configs.length > 1) {
    return unknown('several configs overwrite each other');
  }
  return configs[0]?.condition ?? (configs[0] && read(configs[0]));
}
