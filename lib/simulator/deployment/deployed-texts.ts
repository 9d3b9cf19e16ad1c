import type { StackEnvironment } from './environment';
import { physicalId, physicalName } from './physical-name';
import { declaredResources, known, partsOf, textOf, type Part, type Pseudo, type Reference, type Text, type Topology } from '../../topology';
import { remembered } from '../remembered';

/** The types whose property `Name` is their name, and which are no nodes of the topology. */
const NAMED = ['AWS::Events::Rule', 'AWS::Scheduler::Schedule', 'AWS::Pipes::Pipe'];

/** The values that the texts of an app have after the deployment: names, ARNs and URLs. */
export class DeployedTexts {
  private readonly versionNumbers = new Map<string, string>();

  /** By resource and attribute. */
  private readonly attributes = new Map<string, Map<string, string>>();
  private readonly names = new Map<string, string>();

  /** The names that templates give to resources which are no nodes of the topology. */
  private readonly givenNames = new Map<string, Text | undefined>();

  constructor(
    private readonly topology: Topology,
    private readonly environments: ReadonlyMap<string, StackEnvironment>,
  ) {
    const published = new Map<string, number>();
    for (const { key, function: fn } of topology.versions.values()) {
      const functionKey = fn.kind === 'function' ? fn.functionKey : key;
      const number = (published.get(functionKey) ?? 0) + 1;
      published.set(functionKey, number);
      this.versionNumbers.set(key, String(number));
    }
    for (const type of NAMED) {
      declaredResources(topology, type).forEach(({ origin, properties }) => this.givenNames.set(origin.key, properties.text('Name')));
    }
  }

  /** The value of a text; undefined if the templates do not tell it. */
  of(text: Text | undefined): string | undefined {
    if (text === undefined || text.kind === 'unknown') {
      return undefined;
    }
    switch (text.kind) {
      case 'literal': return text.value;
      case 'reference': return this.attribute(text);
      case 'composed': return text.parts.map(this.part).join('');
    }
  }

  /** The value of a text, as a text again. A part that no template tells, e.g. the id of the key behind an alias, stays open. */
  spelledOut(text: Text): Text {
    if (text.kind === 'unknown' || text.kind === 'literal') {
      return text;
    }
    return textOf(partsOf(text).map(part => isOpen(part) ? part : this.part(part)));
  }

  /** The environments of all stacks. */
  get stackEnvironments(): Iterable<StackEnvironment> {
    return this.environments.values();
  }

  /** The environment of the stack of a resource. */
  environmentOf(key: string): StackEnvironment {
    return this.environments.get(this.topology.resources.get(key)!.stack)!;
  }

  /** The number of a version that the app declares. */
  versionNumber(key: string): string {
    return this.versionNumbers.get(key)!;
  }

  /** The ARN of the stack of a resource. */
  stackId(key: string): string {
    return this.pseudo({ kind: 'pseudo', name: 'AWS::StackId', stack: this.topology.resources.get(key)!.stack });
  }

  /** Sets the attributes, and `Ref`, of a custom resource to what its handler answered. */
  answered(key: string, attributes: Readonly<Record<string, unknown>>): void {
    const values = this.attributesOf(key);
    for (const [name, value] of Object.entries(attributes)) {
      values.set(name, String(value));
    }
  }

  private readonly part = (part: Part): string => {
    if (typeof part === 'string') {
      return part;
    }
    return part.kind === 'pseudo' ? this.pseudo(part) : this.attribute(part);
  };

  private pseudo({ name, stack }: Pseudo): string {
    const { account, region, partition, stackName } = this.environments.get(stack)!;
    switch (name) {
      case 'AWS::AccountId': return account;
      case 'AWS::Region': return region;
      case 'AWS::Partition': return partition;
      case 'AWS::StackName': return stackName;
      case 'AWS::URLSuffix': return partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
      case 'AWS::StackId': return `arn:${partition}:cloudformation:${region}:${account}:stack/${stackName}/${physicalId(stack)}`;
      default: return name;
    }
  }

  private attribute({ resource, attribute }: Reference): string {
    return remembered(this.attributesOf(resource), attribute, () => this.attributeOf(resource, attribute));
  }

  private attributesOf(resource: string): Map<string, string> {
    return remembered(this.attributes, resource, () => new Map());
  }

  private attributeOf(resource: string, attribute: string): string {
    const { versions, aliases } = this.topology;
    const published = versions.get(resource) ?? aliases.get(resource);
    if (published) {
      const alias = aliases.get(resource);
      const qualifier = alias ? this.of(alias.name) ?? alias.logicalId : this.versionNumber(resource);
      if (attribute === 'Name' || attribute === 'Version') {
        return qualifier;
      }
      return published.function.kind === 'function' ? `${this.functionArn(published.function)}:${qualifier}` : qualifier;
    }
    switch (attribute) {
      case 'Name': return this.nameOf(resource);
      case 'Arn': return this.arnOf(resource);
      case 'Ref': return this.topology.queues.has(resource) ? this.queueUrl(resource) : this.nameOf(resource);
      // The value is made up, and shows which attribute it stands for.
      default: return `${this.nameOf(resource)}.${attribute}`;
    }
  }

  private functionArn({ partition, region, account, name }: { partition: Text; region: Text; account: Text; name: Text }): string {
    return ['arn', this.of(partition), 'lambda', this.of(region), this.of(account), 'function', this.of(name)].join(':');
  }

  private nameOf(key: string): string {
    return remembered(this.names, key, () => this.newName(key));
  }

  private newName(key: string): string {
    const { type, logicalId } = this.topology.resources.get(key)!;
    if (type === 'AWS::KMS::Key') {
      return physicalId(key);
    }
    const { functions, queues, topics, buses, buckets, roles, alarms } = this.topology;
    const declared = functions.get(key)
      ?? queues.get(key) ?? topics.get(key) ?? buses.get(key) ?? buckets.get(key) ?? roles.get(key) ?? alarms.get(key);
    const fifo = known((queues.get(key) ?? topics.get(key))?.fifo) === true;
    return this.of(declared?.name ?? this.givenNames.get(key)) ?? physicalName(type, this.environmentOf(key).stackName, logicalId) + (fifo ? '.fifo' : '');
  }

  private arnOf(key: string): string {
    const { type } = this.topology.resources.get(key)!;
    const { partition, region, account } = this.environmentOf(key);
    const name = this.nameOf(key);
    switch (type) {
      case 'AWS::Lambda::Function': return `arn:${partition}:lambda:${region}:${account}:function:${name}`;
      case 'AWS::S3::Bucket': return `arn:${partition}:s3:::${name}`;
      case 'AWS::Events::EventBus': return `arn:${partition}:events:${region}:${account}:event-bus/${name}`;
      case 'AWS::KMS::Key': return `arn:${partition}:kms:${region}:${account}:key/${name}`;
      case 'AWS::IAM::Role': return `arn:${partition}:iam::${account}:role/${name}`;
      case 'AWS::CloudWatch::Alarm':
      case 'AWS::CloudWatch::CompositeAlarm': return `arn:${partition}:cloudwatch:${region}:${account}:alarm:${name}`;
      case 'AWS::SQS::Queue': return `arn:${partition}:sqs:${region}:${account}:${name}`;
      case 'AWS::SNS::Topic': return `arn:${partition}:sns:${region}:${account}:${name}`;
      default: {
        const [, service = type, kind = type] = type.split('::');
        return `arn:${partition}:${service.toLowerCase()}:${region}:${account}:${kind.toLowerCase()}/${name}`;
      }
    }
  }

  private queueUrl(key: string): string {
    const { region, account } = this.environmentOf(key);
    return `https://sqs.${region}.amazonaws.com/${account}/${this.nameOf(key)}`;
  }
}

function isOpen(part: Part): boolean {
  return typeof part !== 'string' && part.kind === 'pseudo' && !part.name.startsWith('AWS::');
}
