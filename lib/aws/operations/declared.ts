import { CfnResource, Token } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { invokedBy } from './callers';
import { senderTargets, type Sender } from './sender';
import { queueIdentity } from './watched-queue';
import { declaredConfig, type DeclaredSettings } from '../config/declared-config';
import { invokedTarget } from '../target/invoked-target';
import { functionIdentity, qualifierIdentity } from '../target/target-identity';

/** What an app declares about asynchronous invocation, by the identity of the function. */
export interface Declared {
  readonly configs: ReadonlyMap<string, readonly ConfigOfFunction[]>;
  readonly senders: ReadonlyMap<string, readonly SenderOfFunction[]>;

  /** The qualifiers that the app invokes asynchronously. */
  readonly invoked: ReadonlyMap<string, readonly string[]>;

  /** The identities of queues that an event source mapping or pipe reads. */
  readonly consumed: ReadonlySet<string>;
}

/** The settings of a config, and its qualifier as `qualifierIdentity` has it. */
export interface ConfigOfFunction {
  readonly qualifier: string;
  readonly settings: DeclaredSettings;
}

/** A sender, and the qualifier that it names as `qualifierIdentity` has it. */
export interface SenderOfFunction {
  readonly qualifier: string;
  readonly sender: Sender;
}

/** What an app declares as it is now. */
export function declaredIn(root: IConstruct): Declared {
  const configs = new Map<string, ConfigOfFunction[]>();
  const senders = new Map<string, SenderOfFunction[]>();
  const invoked = new Map<string, string[]>();
  const consumed = new Set<string>();
  for (const resource of root.node.findAll().filter(CfnResource.isCfnResource)) {
    const config = declaredConfig(resource);
    if (config) {
      const { functionName, qualifier, settings } = config;
      add(configs, functionIdentity(resource, functionName), { qualifier: qualifierIdentity(resource, qualifier), settings });
    }
    for (const { arn, sender } of senderTargets(resource)) {
      const { identity, qualifier } = invokedTarget(resource, arn);
      add(senders, identity, { qualifier, sender });
    }
    for (const { identity, qualifier } of invokedBy(resource).map(name => invokedTarget(resource, name))) {
      add(invoked, identity, qualifier);
    }
    const source = readSource(resource);
    if (source !== undefined) {
      consumed.add(queueIdentity(source));
    }
  }
  return { configs, senders, invoked, consumed };
}

/** The ARN that an event source mapping or pipe reads, unless it is switched off. */
function readSource(resource: CfnResource): string | undefined {
  switch (resource.cfnResourceType) {
    case 'AWS::Lambda::EventSourceMapping': {
      const { enabled, eventSourceArn } = resource as lambda.CfnEventSourceMapping;
      return enabled === false ? undefined : eventSourceArn;
    }
    case 'AWS::Pipes::Pipe': {
      const { desiredState, source } = resource as CfnResource & { readonly desiredState?: string; readonly source?: string };
      return desiredState === 'STOPPED' || Token.isUnresolved(desiredState) ? undefined : source;
    }
    default:
      return undefined;
  }
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) {
    values.push(value);
  } else {
    map.set(key, [value]);
  }
}
