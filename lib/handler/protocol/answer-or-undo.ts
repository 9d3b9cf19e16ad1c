import { answer } from './answer';
import type { Deadline } from './deadline';
import type { Addressee } from './request';
import type { CustomResourceResponse } from '../../contract/custom-resource';
import type { Deployment, Result } from '../resource';
import { facts } from '../retry/classify';

/** Time to undo, in milliseconds; less if the run of the handler is short. */
const TIME_TO_UNDO = 60 * 1000;

/** Thrown when an answer could not be delivered, after the work has been undone as far as possible. */
export class Undone extends Error {
  constructor(cause: unknown) {
    super('CloudFormation did not take the answer. The log says whether the work was undone.', { cause });
    this.name = 'Undone';
  }
}

/** The part of a run that delivers and undoes. */
interface Delivery extends Pick<Deployment, 'clock' | 'log' | 'lambda'> {
  readonly deadline: Deadline;
  readonly request: Addressee;
}

/**
 * Delivers an answer. If CloudFormation never takes it, undoes the work: CloudFormation treats the request as failed, and has no physical
 * id with which it could delete anything.
 *
 * @throws Undone if CloudFormation did not take the answer
 */
export async function answerOrUndo(
  response: CustomResourceResponse,
  undo: NonNullable<Result['undo']>,
  { deadline, request, clock, log, lambda }: Delivery,
): Promise<void> {
  try {
    await answer(response, request.ResponseURL, deadline.earlier(TIME_TO_UNDO), clock, log);
  } catch (error) {
    try {
      await undo({ clock, log, lambda, remaining: () => deadline.left() });
      log('undone', { reason: 'the answer was not taken' });
    } catch (failure) {
      log('not undone', { error: facts(failure).name });
    }
    throw new Undone(error);
  }
}
