import { Token, type CfnElement, type Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { rosStackOf } from './ros-scope';
import { RosValue } from './ros-value';
import { guardUniqueConfig } from './unique-configs';
import { LATEST } from '../constraints/alibaba-fc/identifiers';
import { ASYNC_INVOKE_CONFIG_TYPE, RESOURCE_TYPE } from '../constraints/alibaba-ros/template';
import { invalid } from '../constraints/invalid';
import { violation } from '../constraints/violation';

/** Properties of `RosResource`. */
export interface RosResourceProps {
  /**
   * The resource type, e.g. `ALIYUN::FC3::Function`.
   *
   * @see https://www.alibabacloud.com/help/en/ros/user-guide/list-of-resource-types-by-service
   */
  readonly type: string;

  /**
   * The properties, with the names that ROS uses.
   *
   * They may contain values of other resources of the same stack, and of `Aliyun`.
   *
   * @default - none
   */
  readonly properties?: { [name: string]: any };
}

/**
 * Resource of any type in a `RosStack`.
 *
 * @throws Error if it is not in a `RosStack`, or if the type is not a ROS type
 */
export class RosResource extends Construct {
  /** The resource type, e.g. `ALIYUN::FC3::Function`. */
  readonly resourceType: string;

  /** The name of the resource in the template. */
  readonly logicalId: string;

  private readonly properties: Map<string, any>;
  private readonly values = new Map<string, string>();

  constructor(scope: Construct, id: string, props: RosResourceProps) {
    super(scope, id);
    const malformed = violation(RESOURCE_TYPE, props.type);
    if (malformed) {
      throw invalid(this, malformed);
    }
    this.resourceType = props.type;
    const stack = rosStackOf(this);
    const { region, account } = stack;
    this.logicalId = logicalIdOf(this, stack);
    this.properties = new Map(Object.entries(props.properties ?? {}));
    if (props.type === ASYNC_INVOKE_CONFIG_TYPE) {
      guardUniqueConfig(this, () => ({ region, account, functionName: this.properties.get('FunctionName'), qualifier: LATEST }));
    }
  }

  /** The value of `Ref`: for most types, the ID of the resource. */
  get ref(): string {
    return this.value('Ref', () => ({ Ref: this.logicalId }));
  }

  /**
   * The value of `Fn::GetAtt`.
   *
   * @param attribute the name that ROS uses, e.g. `FunctionName`
   */
  getAtt(attribute: string): string {
    return this.value(attribute, () => ({ 'Fn::GetAtt': [this.logicalId, attribute] }));
  }

  /** Sets or overwrites a property. */
  setProperty(name: string, value: any): void {
    this.properties.set(name, value);
  }

  /** @internal */
  _literalProperty(name: string): string | undefined {
    const value = this.properties.get(name);
    return typeof value === 'string' && !Token.isUnresolved(value) ? value : undefined;
  }

  /** @internal */
  _properties(): Record<string, unknown> {
    return Object.fromEntries(this.properties);
  }

  /** Returns the same text for the same value, so that texts can be compared. */
  private value(attribute: string, render: () => object): string {
    const known = this.values.get(attribute) ?? new RosValue(`${attribute} of ${this.node.path}`, render, this).toString();
    this.values.set(attribute, known);
    return known;
  }
}

/** Logical ids are made as in stacks of AWS, which read only the path of an element. */
function logicalIdOf({ node }: RosResource, stack: Stack): string {
  return stack.getLogicalId({ node, stack } as unknown as CfnElement);
}
