import { EventInvokeConfigs } from './event-invoke-configs';
import type { ResourcePolicies } from './resource-policy';
import { LATEST } from '../../constraints/aws-lambda/identifiers';

/** An alias of a function. */
export interface SimulatedAlias {
  /** The version: a number or `$LATEST`. */
  version: string;

  /** A second version, with its share of the invocations: from 0 to 1. */
  additional?: { readonly version: string; readonly weight: number };
  description?: string;

  /** The revision, which changes with every change of the alias. It is made when a client reads the alias. */
  revisionId?: string;
}

/** The settings of a function in its template, after the deployment. */
export interface FunctionSettings {
  /** The key of the resource in the topology. */
  readonly key: string;
  readonly logicalId: string;

  /** The construct path; absent if the app does not tell it. */
  readonly path?: string;
  readonly name: string;
  readonly partition: string;
  readonly account: string;
  readonly region: string;

  /** The timeout, in seconds. */
  readonly timeout: number;

  /** The memory, in MB. */
  readonly memorySize: number;

  /** The ARN of the execution role. */
  readonly role?: string;

  /** The runtime, e.g. `nodejs24.x`. */
  readonly runtime?: string;

  /** The handler, e.g. `index.handler`. */
  readonly handler?: string;

  /** The ARN of the dead-letter queue or topic. */
  readonly deadLetterQueue?: string;
  readonly reservedConcurrency?: number;
  readonly recursiveLoop: 'Terminate' | 'Allow';
  readonly durable: boolean;
  readonly tenantIsolated: boolean;
}

/**
 * A deployed function of the app. Its aliases, configs and settings may change while events wait for it.
 *
 * What every event reads comes first, side by side in memory: over 10,000 functions, little of them stays in the cache.
 */
export class SimulatedFunction {
  /** Whether the function was deleted. Events that wait for it fail. */
  deleted = false;

  /** The reserved concurrency; undefined if the function shares that of the account. */
  reservedConcurrency?: number;

  /** The ARN of the dead-letter queue or topic. */
  deadLetterQueue?: string;

  /** The state. Lambda refuses to invoke a function that is `Pending`. */
  state: 'Active' | 'Pending' = 'Active';
  readonly durable: boolean;
  readonly tenantIsolated: boolean;
  readonly configs = new EventInvokeConfigs();

  /** The ARN without a qualifier. */
  readonly arn: string;

  /** The numbers of its published versions. */
  readonly versions = new Set<string>();
  readonly aliases = new Map<string, SimulatedAlias>();

  /** Lambda may change them while events wait. */
  settings: FunctionSettings;
  private readPolicies?: ResourcePolicies;

  /** @param declaredPolicies reads what templates declare, for the few clients that ask */
  constructor(settings: FunctionSettings, private readonly declaredPolicies: (fn: SimulatedFunction) => ResourcePolicies = () => new Map()) {
    this.settings = settings;
    const { partition, region, account, name } = settings;
    this.arn = `arn:${partition}:lambda:${region}:${account}:function:${name}`;
    this.reservedConcurrency = settings.reservedConcurrency;
    this.deadLetterQueue = settings.deadLetterQueue;
    this.durable = settings.durable;
    this.tenantIsolated = settings.tenantIsolated;
  }

  get name(): string {
    return this.settings.name;
  }

  get policies(): ResourcePolicies {
    return this.readPolicies ??= this.declaredPolicies(this);
  }

  /** Whether the function has that version or alias. */
  has(qualifier: string): boolean {
    return !this.deleted && (qualifier === LATEST || this.versions.has(qualifier) || this.aliases.has(qualifier));
  }
}
