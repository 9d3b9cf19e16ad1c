import { Token, Tokenization, type IResolvable, type IResolveContext } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { findRosStack } from './ros-scope';
import { ROS_VALUE_ELSEWHERE } from '../constraints/alibaba-ros/template';
import { invalid } from '../constraints/invalid';
import { broken } from '../constraints/rule';

/** The resource that a value belongs to. */
export interface RosValueOwner extends IConstruct {
  /** E.g. `ALIYUN::FC3::Function`. */
  readonly resourceType: string;

  /** The value of an attribute, as `Fn::GetAtt` yields it. */
  getAtt(attribute: string): string;

  /** A property that is a text and known at synth. */
  _literalProperty(name: string): string | undefined;
}

/** A value that ROS fills in: an attribute of a resource, or a pseudo parameter. */
export class RosValue implements IResolvable {
  readonly creationStack: string[] = [];

  /**
   * @param name the name in messages
   * @param render the form in the template
   * @param owner the resource that has the value
   */
  constructor(readonly name: string, private readonly render: () => object, readonly owner?: RosValueOwner) {}

  resolve(context: IResolveContext): object {
    const stack = findRosStack(context.scope);
    if (!stack || (this.owner && findRosStack(this.owner) !== stack)) {
      throw invalid(context.scope, broken(ROS_VALUE_ELSEWHERE, context.documentPath.filter(part => !Token.isUnresolved(part)).join('.'), this.name));
    }
    return this.render();
  }

  toString(): string {
    return Token.asString(this, { displayHint: this.name });
  }

  toJSON(): string {
    return `<${this.name}>`;
  }
}

/** The ROS value that a text consists of, if it consists of exactly one. */
export function rosValueIn(text: string): RosValue | undefined {
  const fragments = Tokenization.reverseString(text);
  const token = fragments.length === 1 ? fragments.firstToken : undefined;
  return token instanceof RosValue ? token : undefined;
}
