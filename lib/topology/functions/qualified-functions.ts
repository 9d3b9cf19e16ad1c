import { MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../constraints/aws-lambda/event-invoke-config';
import { append } from '../assembly/app';
import type { EventInvokeConfig, QualifiedFunction } from '../nodes/config';
import type { Delivery } from '../nodes/delivery';
import type { AliasNode, FunctionNode, VersionNode } from '../nodes/function';
import type { FunctionTarget, Target } from '../targets/target';
import { literal, unknown, type Unknown } from '../values/value';

interface Declarations {
  readonly functions: ReadonlyMap<string, FunctionNode>;
  readonly versions: ReadonlyMap<string, VersionNode>;
  readonly aliases: ReadonlyMap<string, AliasNode>;
  readonly configs: readonly EventInvokeConfig[];
  readonly invocations: readonly Delivery[];
}

/** Every qualifier that the app declares, configures or invokes, with the settings that apply to it. */
export function qualifiedFunctions({ functions, versions, aliases, configs: declared, invocations }: Declarations): Map<string, QualifiedFunction> {
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
  for (const config of declared) {
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
  const qualified = new Map<string, QualifiedFunction>();
  for (const key of [...targets.keys()].sort()) {
    const target = targets.get(key)!;
    const configs = configsOf.get(key) ?? [];
    const doubt = doubts.get(target.functionKey) ?? uncertain(configs);
    const config = configs[0] as EventInvokeConfig | undefined;
    qualified.set(key, {
      target,
      declaredBy: declaredBy.get(key),
      configs,
      retryAttempts: doubt ?? config?.retryAttempts ?? RETRIES,
      maxEventAge: doubt ?? config?.maxEventAge ?? AGE,
      onSuccess: doubt ?? config?.onSuccess,
      onFailure: doubt ?? config?.onFailure,
      deadLetterQueue: functions.get(target.resource ?? '')?.deadLetterQueue,
      invocations: invocationsOf.get(key) ?? [],
    });
  }
  return qualified;
}

/** Lambda's defaults. */
const RETRIES = literal(RETRY_ATTEMPTS.default!);
const AGE = literal(MAX_EVENT_AGE.default!);

/** Why the settings of configs are unknown: several overwrite each other in an unknown order, and a conditional one may not exist. */
function uncertain(configs: readonly EventInvokeConfig[]): Unknown | undefined {
  return configs.length > 1 ? unknown('several configs overwrite each other') : configs[0]?.condition;
}
