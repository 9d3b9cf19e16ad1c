/** The event invoke config of one function and qualifier. Settings that are not set are absent, as in Lambda's answers. */
export interface StoredConfig {
  readonly retryAttempts?: number;

  /** The maximum age, in seconds. */
  readonly maxEventAge?: number;

  /** The ARN of the destination for successes. */
  readonly onSuccess?: string;

  /** The ARN of the destination for failures. */
  readonly onFailure?: string;

  /** The time of the last change, in milliseconds since 1970. */
  readonly lastModified: number;
}

/**
 * The configs of one function, by qualifier: `$LATEST`, a version number or an alias name.
 *
 * A qualifier without a config does not use the config of another. An event keeps the config that it was accepted with.
 */
export class EventInvokeConfigs {
  private readonly byQualifier = new Map<string, StoredConfig>();

  /** The config of exactly this qualifier. */
  get(qualifier: string): StoredConfig | undefined {
    return this.byQualifier.get(qualifier);
  }

  /** Replaces the whole config. */
  put(qualifier: string, config: StoredConfig): void {
    this.byQualifier.set(qualifier, config);
  }

  /**
   * Deletes the config of exactly this qualifier.
   *
   * @returns whether there was one
   */
  delete(qualifier: string): boolean {
    return this.byQualifier.delete(qualifier);
  }

  /** All configs, in the order in which they were first put. */
  entries(): ReadonlyArray<readonly [qualifier: string, config: StoredConfig]> {
    return [...this.byQualifier];
  }
}
