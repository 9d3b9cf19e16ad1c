import { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A config of the app, and what it configures. */
export interface ConfigInApp {
  /** Construct that declares the config. Its path names the config. */
  readonly construct: IConstruct;

  /** One text for all ways to name the same function and qualifier. */
  readonly identity: string;

  /** The function and qualifier in a message. */
  readonly name: string;
}

/** How one cloud finds its configs, and refuses two for one function and qualifier. */
export interface UniqueConfigs {
  /** Marks the roots that are guarded already. */
  readonly mark: symbol;

  configsWithin(root: IConstruct): ConfigInApp[];

  refusal(paths: string[], name: string): string;
}

/** Refuses, at synth, two configs for one function and qualifier: in the app, and in a stage that is synthesized alone. */
export function guardUniqueConfigs(scope: IConstruct, configs: UniqueConfigs): void {
  for (const root of new Set([Stage.of(scope) ?? scope.node.root, scope.node.root])) {
    if (!(configs.mark in root)) {
      Object.defineProperty(root, configs.mark, { value: true });
      root.node.addValidation({ validate: () => refusals(root, configs) });
    }
  }
}

/**
 * The refusals that stand at the root.
 *
 * The others stand at the last of the configs. aws-cdk-lib visits it later, unless it is in another stage.
 */
function refusals(root: IConstruct, { configsWithin, refusal }: UniqueConfigs): string[] {
  const found = new Map<string, ConfigInApp[]>();
  for (const config of configsWithin(root)) {
    found.set(config.identity, [...found.get(config.identity) ?? [], config]);
  }
  return [...found.values()].filter(configs => configs.length > 1).flatMap(configs => {
    const { construct, name } = configs.at(-1)!;
    const message = refusal(configs.map(config => config.construct.node.path), name);
    if ((Stage.of(construct) ?? construct.node.root) !== root) {
      return [message];
    }
    reportAt(construct, message);
    return [];
  });
}

/** The messages that a construct reports when it is validated next. */
const REPORTS = new WeakMap<IConstruct, Set<string>>();

function reportAt(construct: IConstruct, message: string): void {
  let reports = REPORTS.get(construct);
  if (!reports) {
    const pending = reports = new Set<string>();
    REPORTS.set(construct, reports);
    construct.node.addValidation({
      validate: () => {
        const messages = [...pending];
        pending.clear();
        return messages;
      },
    });
  }
  reports.add(message);
}
