import type { Stack } from 'aws-cdk-lib';
import type { Function as LambdaFunction, FunctionProps } from 'aws-cdk-lib/aws-lambda';
import type { Queue, QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { World } from './world';

/** What a story may declare. The physical name of each thing is that of the stack and its id. */
export interface Declarations {
  readonly stack: Stack;

  /** The physical name of something that a story declares itself. */
  nameOf(id: string): string;

  /** A function that fails if its event has `fail`, and fails the messages of a batch whose body is `bad`. */
  function(id: string, props?: Partial<FunctionProps>): LambdaFunction;
  queue(id: string, props?: QueueProps): Queue;
}

/** One story: what it needs, and what a client does and sees. It holds on a real account as on the simulator. */
export interface Story {
  readonly title: string;
  declare(declarations: Declarations): void;
  play(world: World): Promise<void>;
}
