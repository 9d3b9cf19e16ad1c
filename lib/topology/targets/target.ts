import type { DestinationKind } from '../../constraints/aws-lambda/destination';
import type { Setting, Text } from '../values/value';

/** The properties of every target. */
interface AnyTarget {
  /** The text in the template. */
  readonly arn: Text;

  /** The service in its ARN. */
  readonly service: string;

  /** The key of the resource, if the app declares it. */
  readonly resource?: string;

  /** The name, or the part of the ARN after the account. */
  readonly name: Text;
  readonly partition: Text;

  /** Empty if the ARN has none. */
  readonly region: Text;

  /** Empty if the ARN has none. */
  readonly account: Text;
}

/** A function through one of its qualifiers. */
export interface FunctionTarget extends AnyTarget {
  readonly kind: 'function';

  /** One text for all spellings of this function and qualifier. */
  readonly key: string;

  /** One text for all spellings of this function, without the qualifier. */
  readonly functionKey: string;

  /** `$LATEST` if none is written; a number, a name, or a reference to the version or alias. */
  readonly qualifier: Text;

  /** Whether the qualifier is written, rather than implied. */
  readonly qualified: boolean;
}

/** Anything else that has an ARN. */
export interface OtherTarget extends AnyTarget {
  readonly kind: Exclude<DestinationKind, 'function'> | 'key' | 'role' | 'other';

  /** Queues and topics only. */
  readonly fifo?: Setting<boolean>;
}

/** A resource that an ARN identifies. */
export type Target = FunctionTarget | OtherTarget;
