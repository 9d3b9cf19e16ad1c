import { LATEST } from '../../constraints/aws-lambda/identifiers';

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
  /** The config of `$LATEST`, for which nearly every event asks: over 10,000 functions, a map for each is slower to reach. */
  private latest: StoredConfig | undefined = undefined;
  private readonly byQualifier = new Map<string, StoredConfig>();

  /** The config of exactly this qualifier. */
  get(qualifier: string): StoredConfig | undefined {
    return qualifier === LATEST ? this.latest : this.byQualifier.get(qualifier);
  }

  /** Replaces the whole config. */
  put(qualifier: string, config: StoredConfig): void {
    this.byQualifier.set(qualifier, config);
    this.latest = this.byQualifier.get(LATEST);
  }

  /**
   * Deletes the config of exactly this qualifier.
   *
   * @returns whether there was one
   */
  delete(qualifier: string): boolean {
    const existed = this.byQualifier.delete(qualifier);
    this.latest = this.byQualifier.get(LATEST);
    return existed;
  }

  /** All configs, in the order in which they were first put. */
  entries(): ReadonlyArray<readonly [qualifier: string, config: StoredConfig]> {
    return [...this.byQualifier];
  }
}
