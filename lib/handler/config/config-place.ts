/** A config as a service keeps it. */
export interface StoredConfig<Settings extends object> {
  readonly settings: Settings;

  /** Time of the last put; absent if the service does not return it. */
  readonly lastModified?: Date;
}

/** Place of one config: a function, alias or version. Each operation repeats its call until the service answers. */
export interface ConfigPlace<Settings extends object, Stored extends StoredConfig<Settings> = StoredConfig<Settings>> {
  /** @returns nothing if the place has no config */
  read(): Promise<Stored | undefined>;

  /**
   * Replaces the config of the place.
   *
   * @param over settings that the place has now; absent for no config
   */
  put(settings: Settings, over: Settings | undefined): Promise<void>;

  /**
   * Puts a config that was found earlier, as far as the service still accepts it.
   *
   * @param over settings that the place has now; absent for no config
   */
  restore(settings: Settings, over: Settings | undefined): Promise<void>;

  /** Leaves the place without a config. */
  delete(): Promise<void>;
}
