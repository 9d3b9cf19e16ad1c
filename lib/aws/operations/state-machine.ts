import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { sentByCall } from './lambda-call';
import { writtenDocument, type WrittenDocument } from './written-document';

/** The names or ARNs of the functions to which a state machine sends events, as far as its definition tells. */
export function sentByStateMachine({ stack, definitionString, definition, definitionSubstitutions }: sfn.CfnStateMachine): string[] {
  const document = writtenDocument(stack, definitionString ?? definition, /"Event"|lambda:invokeAsync/i, definitionSubstitutions);
  return document ? eventTasks(document, document.value) : [];
}

/** The Lambda operation of a task, e.g. in `arn:aws:states:::aws-sdk:lambda:invoke`. */
const OPERATION = /:lambda:(invoke(?:Async)?)(?:\.\w+)?$/i;

/** The functions of the tasks that send an event. */
function eventTasks(document: WrittenDocument, part: unknown): string[] {
  if (typeof part !== 'object' || part === null) {
    return [];
  }
  const { Resource, Parameters, Arguments } = part as { Resource?: unknown; Parameters?: unknown; Arguments?: unknown };
  const [, operation] = typeof Resource === 'string' ? OPERATION.exec(Resource) ?? [] : [];
  const own = operation === undefined ? [] : sentByCall(document, operation, Arguments ?? Parameters ?? {});
  return [...own, ...Object.values(part).flatMap(each => eventTasks(document, each))];
}
