import { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A config of the app, and what it configures. */
export interface ConfigInApp {
  /** Path of the config. */
  readonly path: string;

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

function refusals(root: IConstruct, { configsWithin, refusal }: UniqueConfigs): string[] {
  const found = new Map<string, { readonly paths: string[]; readonly name: string }>();
  for (const { identity, name, path } of configsWithin(root)) {
    found.set(identity, { paths: [...found.get(identity)?.paths ?? [], path], name });
  }
  return [...found.values()].filter(({ paths }) => paths.length > 1).map(({ paths, name }) => refusal(paths, name));
}
