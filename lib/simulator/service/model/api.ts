import type { Read, StructureShape } from './shape';
import type { Caller, MessagingServices, ServiceError } from '../../state';

/** A request to one operation, besides its document. */
export interface Call {
  readonly messaging: MessagingServices;
  readonly caller: Caller;

  /** Whether the client speaks the older Query protocol, in which some messages differ. */
  readonly query: boolean;

  /** The path of the request: in the older protocol, it may name a queue. */
  readonly path: string;

  /** The URL under which the client has reached the endpoint. */
  readonly endpoint: string;
  newRequestId(): string;
}

/** One operation: the forms of its documents, and what it does. */
export interface ModelledOperation {
  readonly input: StructureShape;
  readonly output: StructureShape;

  /**
   * @param input a document of the form `input`
   * @throws ServiceError if the service refuses the request
   * @throws NotKnownError if no recording shows what the service does
   */
  readonly run: (call: Call, input: any) => object;
}

/** An API whose documents have a model. */
export interface ModelledApi {
  /** The name of the service in messages. */
  readonly title: string;

  /** The header `X-Amz-Target` up to the period; absent if the service does not take JSON. */
  readonly target?: string;
  readonly jsonVersion?: string;

  /** The namespace of error types in JSON. */
  readonly errorNamespace?: string;

  /** The namespace of XML documents; absent if the service does not take the Query protocol. */
  readonly xmlNamespace?: string;
  readonly operations: Readonly<Record<string, ModelledOperation>>;

  /** The code of an error in the Query protocol, and in what clients of both protocols see. */
  readonly queryCode: (error: ServiceError) => string;
}

/** One operation, whose document has the type of its form. */
export function operation<Input extends StructureShape>(
  input: Input, output: StructureShape, run: (call: Call, input: Read<Input>) => object,
): ModelledOperation {
  return { input, output, run };
}
