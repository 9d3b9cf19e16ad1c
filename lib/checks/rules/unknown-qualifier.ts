import { ALIAS_VERSION } from '../../constraints/aws-lambda/alias';
import { CONFIG_QUALIFIER, QUALIFIER_CONFLICT, QUALIFIER_MISSING, UNKNOWN_QUALIFIER } from '../../constraints/aws-lambda/event-invoke-config';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { violation } from '../../constraints/violation';
import { hasUnknownEffects, known, waitsFor, type AliasNode, type EventInvokeConfig, type FunctionNode, type Topology } from '../../topology';
import type { Check, Place } from '../finding';
import { functionOf } from '../functions';
import { miswritten } from '../written-qualifier';

/**
 * For certain when the function is of the app, its stack declares no alias of that name,
 * no alias of the app may be it, and the config waits for no custom resource that may create it;
 * or when the qualifier is left out, is the ARN of a resource of the app or a text that cannot be a qualifier,
 * or differs from the qualifier in the name or ARN of the function.
 */
export const unknownQualifier: Check = {
  rule: UNKNOWN_QUALIFIER,
  others: [CONFIG_QUALIFIER.rule, QUALIFIER_MISSING, QUALIFIER_CONFLICT],
  severity: 'error',
  *find({ topology }) {
    const aliases = new AliasNames(topology);
    const custom = [...topology.customResources.values()].filter(({ type }) => hasUnknownEffects(type)).map(({ key }) => key);
    for (const config of topology.configs) {
      const written = miswritten(topology, config);
      if (written) {
        yield { origin: config, property: CONFIG_QUALIFIER.parameter, ...written };
        continue;
      }
      const place = missing(topology, config, aliases);
      if (place && !custom.some(key => waitsFor(topology, config.key, key))) {
        yield place;
      }
    }
  },
};

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
  return name === LATEST || violation(ALIAS_VERSION, name) === undefined;
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
