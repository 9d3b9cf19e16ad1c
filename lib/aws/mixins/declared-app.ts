import { CfnResource } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { providersIn } from './providers';
import { declaredConfig, type DeclaredConfig } from '../config/declared-config';
import { AsyncInvokeAlarms } from '../operations/async-invoke-alarms';
import { invokedBy } from '../operations/callers';
import { invokedTarget } from '../target/invoked-target';
import { pathOf } from '../target/referenced-resource';
import { functionIdentity, qualifierIdentity } from '../target/target-identity';

/** What an app declares about one function. */
export interface DeclaredFunction {
  /** The configs, by the qualifier. */
  readonly configs: Map<string, DeclaredConfig[]>;

  /** What invokes it asynchronously: the path of the first caller, by the qualifier. */
  readonly callers: Map<string, string>;

  /** The resources that invoke it. */
  readonly senders: Set<CfnResource>;

  /** The aliases and versions, by the qualifier. */
  readonly qualifiers: Map<string, lambda.CfnAlias | lambda.CfnVersion>;
}

/** What an app declares about its functions, as it is now. */
export class DeclaredApp {
  /** The path of the alarms of each function, by its path. */
  readonly alarms = new Map<string, string>();

  private readonly functions = new Map<string, DeclaredFunction>();
  private readonly resources: readonly CfnResource[];
  private readonly known: ReadonlySet<IConstruct>;
  private runningCustomResources?: ReadonlySet<string>;

  constructor(root: IConstruct) {
    const constructs = root.node.findAll();
    this.resources = constructs.filter(CfnResource.isCfnResource);
    this.known = new Set(this.resources);
    for (const { _set, node } of constructs.filter(construct => construct instanceof AsyncInvokeAlarms)) {
      this.alarms.set(_set.name.split(':')[0], node.path);
    }
    for (const resource of this.resources) {
      this.readConfig(resource);
      this.readQualifier(resource);
      this.readCalls(resource);
    }
  }

  /** Whether a resource was there when the app was read. */
  has(resource: IConstruct): boolean {
    return this.known.has(resource);
  }

  /** What is known of a function, by its identity. */
  of(identity: string): DeclaredFunction {
    let found = this.functions.get(identity);
    if (!found) {
      found = { configs: new Map(), callers: new Map(), senders: new Set(), qualifiers: new Map() };
      this.functions.set(identity, found);
    }
    return found;
  }

  /** Whether a function runs custom resources: CloudFormation or a framework of aws-cdk-lib invokes it. */
  runsCustomResources(identity: string): boolean {
    return (this.runningCustomResources ??= providersIn(this.resources)).has(identity);
  }

  private readConfig(resource: CfnResource): void {
    const config = declaredConfig(resource);
    if (config) {
      const { configs } = this.of(functionIdentity(resource, config.functionName));
      const qualifier = qualifierIdentity(resource, config.qualifier);
      configs.set(qualifier, [...configs.get(qualifier) ?? [], config]);
    }
  }

  private readQualifier(resource: CfnResource): void {
    if (resource.cfnResourceType === 'AWS::Lambda::Alias' || resource.cfnResourceType === 'AWS::Lambda::Version') {
      const { identity, qualifier } = invokedTarget(resource, resource.ref);
      this.of(identity).qualifiers.set(qualifier, resource as lambda.CfnAlias | lambda.CfnVersion);
    }
  }

  private readCalls(resource: CfnResource): void {
    for (const name of invokedBy(resource)) {
      const { identity, qualifier } = invokedTarget(resource, name);
      const { callers, senders } = this.of(identity);
      senders.add(resource);
      if (!callers.has(qualifier)) {
        callers.set(qualifier, pathOf(resource));
      }
    }
  }
}
