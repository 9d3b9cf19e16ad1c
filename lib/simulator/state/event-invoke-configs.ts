/** What is set for the asynchronous invocation of one function and qualifier. What is not set is absent, as in the service's answers. */
export interface StoredConfig {
  readonly retryAttempts?: number;

  /** In seconds. */
  readonly maxEventAge?: number;

  /** An ARN; absent for none. */
  readonly onSuccess?: string;
  readonly onFailure?: string;

  /** On the simulator's clock, in milliseconds since 1970. */
  readonly lastModified: number;
}

/**
 * The configs of one function, by qualifier: `$LATEST`, a version number or an alias name.
 *
 * None falls back to another. An event keeps the config that was there when it was accepted.
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

  /** @returns whether there was one */
  delete(qualifier: string): boolean {
    return this.byQualifier.delete(qualifier);
  }

  /** All of them, in the order in which they were first put. */
  entries(): ReadonlyArray<readonly [qualifier: string, config: StoredConfig]> {
    return [...this.byQualifier];
  }
}
