import type { DestinationKind } from '../../constraints/aws-lambda/destination';
import type { Setting, Text } from '../values/value';

/** What every target says. */
interface AnyTarget {
  /** As the template has it. */
  readonly arn: Text;

  /** The service in its ARN. */
  readonly service: string;

  /** The key of the resource, when the app declares it. */
  readonly resource?: string;

  /** Its name, or what stands after the account. */
  readonly name: Text;
  readonly partition: Text;

  /** The empty text where its ARN has none. */
  readonly region: Text;

  /** The empty text where its ARN has none. */
  readonly account: Text;
}

/** A function through one of its qualifiers. */
export interface FunctionTarget extends AnyTarget {
  readonly kind: 'function';

  /** One text for all spellings of this function and qualifier. */
  readonly key: string;

  /** One text for all spellings of this function, whatever the qualifier. */
  readonly functionKey: string;

  /** `$LATEST` when none is written; a number, a name, or `Version` or `Name` of a resource of the app. */
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

/** Something that an ARN names. */
export type Target = FunctionTarget | OtherTarget;
