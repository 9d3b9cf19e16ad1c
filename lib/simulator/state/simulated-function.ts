import { EventInvokeConfigs } from './event-invoke-configs';
import { LATEST } from '../../constraints/aws-lambda/identifiers';

/** Where a function, alias or version leads. */
export interface SimulatedAlias {
  /** A number or `$LATEST`. */
  version: string;

  /** The version that gets a share of the invocations. */
  additional?: { readonly version: string; readonly weight: number };
  description?: string;

  /** Changes with every change of the alias; absent until somebody asks for it. */
  revisionId?: string;
}

/** What a template says of a function, once it is deployed. */
export interface FunctionSettings {
  /** The key of the resource in the topology. */
  readonly key: string;
  readonly logicalId: string;

  /** The construct path, when the app tells it. */
  readonly path?: string;
  readonly name: string;
  readonly partition: string;
  readonly account: string;
  readonly region: string;

  /** In seconds. */
  readonly timeout: number;

  /** In MB. */
  readonly memorySize: number;

  /** An ARN. */
  readonly role?: string;

  /** E.g. `nodejs24.x`. */
  readonly runtime?: string;

  /** E.g. `index.handler`. */
  readonly handler?: string;

  /** The ARN of a queue or topic. */
  readonly deadLetterQueue?: string;
  readonly reservedConcurrency?: number;
  readonly recursiveLoop: 'Terminate' | 'Allow';
  readonly durable: boolean;
  readonly tenantIsolated: boolean;
}

/** A function of the app as if it were deployed. Whoever acts as its control plane may change it while events are on their way. */
export class SimulatedFunction {
  /** Unqualified. */
  readonly arn: string;
  readonly configs = new EventInvokeConfigs();

  /** The numbers of its published versions. */
  readonly versions = new Set<string>();
  readonly aliases = new Map<string, SimulatedAlias>();

  /** Absent when it shares the account's concurrency. */
  reservedConcurrency?: number;

  /** An ARN. */
  deadLetterQueue?: string;

  /** A function that is `Pending` takes no invocations yet. */
  state: 'Active' | 'Pending' = 'Active';

  /** Whether it is gone: its events find nothing any more. */
  deleted = false;

  constructor(readonly settings: FunctionSettings) {
    const { partition, region, account, name } = settings;
    this.arn = `arn:${partition}:lambda:${region}:${account}:function:${name}`;
    this.reservedConcurrency = settings.reservedConcurrency;
    this.deadLetterQueue = settings.deadLetterQueue;
  }

  get name(): string {
    return this.settings.name;
  }

  /** Whether it has the version or alias of that name. */
  has(qualifier: string): boolean {
    return !this.deleted && (qualifier === LATEST || this.versions.has(qualifier) || this.aliases.has(qualifier));
  }
}
