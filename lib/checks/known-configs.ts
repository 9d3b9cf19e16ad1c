import { hasUnknownEffects, known, type EventInvokeConfig, type FunctionNode, type Origin, type Text, type Topology } from '../topology';

/** Stands for every name with unknown parts. */
const COMPOSED = '';

/** The configs of each function, and whether the app may have others. */
export class KnownConfigs {
  private readonly byFunction = new Map<string, EventInvokeConfig[]>();
  private readonly uncertain = new Set<string>();
  private readonly uncertainNames = new Set<string>();
  private readonly anythingGoes: boolean;

  constructor(private readonly topology: Topology) {
    // Few apps have what may put a config on another function.
    let owners: ReadonlyMap<string, string> | undefined;
    const doubted = (origin: Origin) => {
      const found = owners ??= owningFunctions(topology);
      return (topology.resources.get(origin.key)?.refersTo ?? []).flatMap(key => found.get(key) ?? []);
    };
    const strays: EventInvokeConfig[] = [];
    for (const config of topology.configs) {
      const { function: fn, target } = config;
      if (fn.kind === 'unknown') {
        const candidates = doubted(config);
        candidates.forEach(key => this.uncertain.add(key));
        if (candidates.length === 0) {
          strays.push(config);
        }
        continue;
      }
      const list = this.byFunction.get(fn.functionKey) ?? [];
      this.byFunction.set(fn.functionKey, list);
      list.push(config);
      if (target.kind === 'unknown') {
        this.uncertain.add(fn.functionKey);
      }
      if (fn.resource === undefined) {
        this.uncertainNames.add(known(fn.name) ?? COMPOSED);
      }
    }
    for (const resource of topology.customResources.values()) {
      if (hasUnknownEffects(resource.type)) {
        doubted(resource).forEach(key => this.uncertain.add(key));
      }
    }
    this.anythingGoes = strays.length > 0;
  }

  /** The configs of a function, of all qualifiers. */
  all(functionKey: string): readonly EventInvokeConfig[] {
    return this.byFunction.get(functionKey) ?? [];
  }

  /**
   * Whether `all` has every config of a function.
   *
   * It may not if a config of the app may be for this function, if a custom resource
   * that refers to it may put one, or if its stack has parts that could not be read.
   */
  areComplete({ key, stack, name }: FunctionNode): boolean {
    const mayBeMeant = this.anythingGoes || this.uncertain.has(key) || (name !== undefined && this.mayBeNamed(name));
    return !mayBeMeant && this.topology.stacks.get(stack)?.unknowns.length === 0;
  }

  /** Whether a config for a function outside of the app may have this name. A name with unknown parts may be any name. */
  private mayBeNamed(name: Text): boolean {
    const own = known(name);
    return own === undefined ? this.uncertainNames.size > 0 : this.uncertainNames.has(own) || this.uncertainNames.has(COMPOSED);
  }
}

/** The function of each function, alias and version of the app. */
function owningFunctions({ functions, aliases, versions }: Topology): Map<string, string> {
  const owners = new Map([...functions.keys()].map(key => [key, key]));
  for (const node of [...aliases.values(), ...versions.values()]) {
    if (node.function.kind === 'function') {
      owners.set(node.key, node.function.functionKey);
    }
  }
  return owners;
}
