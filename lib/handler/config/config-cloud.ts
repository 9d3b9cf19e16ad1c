import type { ConfigPlace, StoredConfig } from './config-place';
import type { ON_DELETE_CHOICES } from '../../contract/async-invoke-config';
import type { Deployment, Result } from '../resource';

/** What every cloud's properties of a config say. */
export interface WantedConfig {
  readonly onDelete: (typeof ON_DELETE_CHOICES)[number];

  /** Whether settings that the properties leave out belong to others. */
  readonly merge?: boolean;
}

/** A target that is ready for a config. */
export interface Site<Settings extends object, Stored extends StoredConfig<Settings>> {
  readonly place: ConfigPlace<Settings, Stored>;

  /** Spelling of the target that all resources share. */
  readonly identity: string;

  /**
   * Settings to put.
   *
   * @param base settings to build on: those of the place as a rule; absent for no config
   * @throws Error if the service would refuse them
   */
  settings(base: Settings | undefined): Settings;
}

/** One cloud, as the state machine of configs sees it. */
export interface ConfigCloud<Wanted extends WantedConfig, Settings extends object, Stored extends StoredConfig<Settings> = StoredConfig<Settings>> {
  /** Name of the service in messages. */
  readonly service: string;

  /** Whether a put always replaces the whole config, so that the place is never without one on the way. */
  readonly replacesAtOnce: boolean;

  /**
   * Reads and checks the properties of a resource.
   *
   * @throws Error that names each malformed property
   */
  wanted(properties: object): Wanted;

  /** Place of a target that may be unready or gone. */
  place(wanted: Wanted, deployment: Deployment): ConfigPlace<Settings, Stored>;

  /** Waits until the target is ready. */
  site(wanted: Wanted, deployment: Deployment): Promise<Site<Settings, Stored>>;

  /** Names of the settings in which two configs differ. */
  differences(one: Settings, other: Settings): string[];

  /** Whether a put of some settings over others, broken off, may have left a config that is neither. */
  isHalfPut(live: Settings, put: Settings, over: Settings): boolean;

  /** Whether a config has all settings that the resource wants. */
  isAsWanted(settings: Settings, wanted: Wanted): boolean;

  /** Settings that belong to the resource. */
  owned(wanted: Wanted): Partial<Settings>;

  /**
   * Settings on which a change of properties builds.
   *
   * @param before properties until now; absent if unknown
   * @param found settings before the resource came; absent if unknown
   */
  base(live: Settings | undefined, before: Wanted | undefined, wanted: Wanted, found: Settings | null | undefined): Settings | undefined;

  /**
   * Settings to leave behind, given those that were found and those that the place has now.
   *
   * @returns `null` for no config
   */
  leftBehind(found: Settings | null, live: Settings, wanted: Wanted): Settings | null;

  /** Attributes for `Fn::GetAtt`. */
  attributes(stored: Stored): Result['data'];

  /** Whether an error says that the function, alias or version is gone. */
  isGone(error: unknown): boolean;
}

