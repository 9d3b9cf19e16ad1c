import { ALIAS_VERSION } from '../../constraints/aws-lambda/alias';
import { ARN_AS_QUALIFIER, CONFIG_QUALIFIER, UNKNOWN_QUALIFIER } from '../../constraints/aws-lambda/event-invoke-config';
import { quoted, violation } from '../../constraints/violation';
import { known, waitsFor, type AliasNode, type EventInvokeConfig, type FunctionNode, type Topology } from '../../topology';
import type { Check, Place } from '../finding';
import { functionOf } from '../functions';
import { isCustom } from '../known-configs';
import { nameOf } from '../names';

/**
 * For certain when the function is of the app, its stack declares no alias of that name,
 * no alias of the app may be it, and the config waits for no custom resource that may create it;
 * or when the qualifier is the ARN of a resource of the app, or a text that cannot be a qualifier.
 */
export const unknownQualifier: Check = {
  rule: UNKNOWN_QUALIFIER,
  others: [CONFIG_QUALIFIER.rule],
  severity: 'error',
  *find({ topology }) {
    const aliases = new AliasNames(topology);
    const custom = [...topology.customResources.values()].filter(isCustom).map(({ key }) => key);
    for (const config of topology.configs) {
      const otherForm = ofOtherForm(topology, config);
      if (otherForm) {
        yield { origin: config, property: CONFIG_QUALIFIER.parameter, rule: CONFIG_QUALIFIER.rule, ...otherForm };
        continue;
      }
      const place = missing(topology, config, aliases);
      if (place && !custom.some(key => waitsFor(topology, config.key, key))) {
        yield place;
      }
    }
  },
};

function ofOtherForm(topology: Topology, { target }: EventInvokeConfig): Pick<Place, 'value' | 'remedy'> | undefined {
  if (target.kind !== 'function') {
    return undefined;
  }
  const { qualifier } = target;
  if (qualifier.kind === 'reference') {
    const { resource, attribute } = qualifier;
    const isQualifier = topology.aliases.has(resource) || topology.versions.has(resource);
    return attribute === 'Arn' ? { value: `the ARN of ${nameOf(topology, resource)}`, remedy: isQualifier ? ARN_AS_QUALIFIER : undefined } : undefined;
  }
  const name = known(qualifier);
  return name === undefined || !violation(CONFIG_QUALIFIER, name) ? undefined : { value: quoted(name) };
}

function missing(topology: Topology, config: EventInvokeConfig, aliases: AliasNames): Place | undefined {
  const { target } = config;
  const name = target.kind === 'function' ? known(target.qualifier) : undefined;
  const node = target.kind === 'function' ? functionOf(topology, target) : undefined;
  const isRead = (stack: string) => topology.stacks.get(stack)?.unknowns.length === 0;
  if (name === undefined || !node || isVersion(name) || aliases.mayHave(node, name)) {
    return undefined;
  }
  if (!isRead(node.stack) || !isRead(config.stack)) {
    return undefined;
  }
  return { origin: config, property: CONFIG_QUALIFIER.parameter, value: `"${name}"` };
}

/** Whether a qualifier is `$LATEST` or a number. Versions can be published outside of the app. */
function isVersion(name: string): boolean {
  return violation(ALIAS_VERSION, name) === undefined;
}

/** The known aliases of the app. */
class AliasNames {
  private readonly unowned: AliasNode[] = [];
  private readonly byFunction = new Map<string, AliasNode[]>();

  constructor({ aliases }: Topology) {
    for (const alias of aliases.values()) {
      const key = alias.function.kind === 'function' ? alias.function.resource : undefined;
      const list = key === undefined ? this.unowned : this.byFunction.get(key) ?? [];
      list.push(alias);
      if (key !== undefined) {
        this.byFunction.set(key, list);
      }
    }
  }

  /** Whether a function has an alias of that name, or one with an unknown name. */
  mayHave({ key }: FunctionNode, name: string): boolean {
    return [...this.byFunction.get(key) ?? [], ...this.unowned].some(alias => (known(alias.name) ?? name) === name);
  }
}
