import { Undone } from './answer-or-undo';
import type { Addressee } from './request';
import type { CustomResourceResponse } from '../../contract/custom-resource';

/** What is known of a request that was seen before. */
interface Known {
  /** Nothing if another run answers. */
  readonly response: Promise<CustomResourceResponse | undefined>;

  /** By URL. */
  readonly deliveries: Map<string, Promise<void>>;

  failed: boolean;
}

/** More than a handler meets in its life; the oldest are forgotten first. */
const LONGEST_MEMORY = 100;

/**
 * Works on each request once, however often it arrives.
 *
 * Lambda delivers events at least once. And when a failed deployment is tried again, CloudFormation asks again under
 * the same id, with another URL: that one wants the work done, unless it was done before.
 *
 * This lasts as long as the process: a repetition that another one receives is not noticed.
 */
export class RepeatedRequests {
  private readonly known = new Map<string, Known>();

  /**
   * @param part tells the runs on one request apart
   * @param work nothing comes of it if another run answers
   */
  async once(
    request: Addressee,
    part: number,
    work: () => Promise<CustomResourceResponse | undefined>,
    deliver: (response: CustomResourceResponse) => Promise<void>,
  ): Promise<void> {
    const url = request.ResponseURL;
    const id = JSON.stringify([request.StackId, request.LogicalResourceId, request.RequestId, part]);
    const known = this.recall(id, url, work);
    const response = await known.response;
    if (response !== undefined) {
      const delivery = known.deliveries.get(url) ?? deliver(response);
      known.deliveries.set(url, delivery);
      await delivery.catch(error => {
        known.deliveries.delete(url);
        if (error instanceof Undone) {
          this.known.delete(id);
        }
        throw error;
      });
    }
  }

  private recall(id: string, url: string, work: () => Promise<CustomResourceResponse | undefined>): Known {
    const known = this.known.get(id);
    const isAskedAnew = known?.failed && !known.deliveries.has(url);
    return known && !isAskedAnew ? known : this.remember(id, work());
  }

  private remember(id: string, response: Known['response']): Known {
    const known: Known = { response, deliveries: new Map(), failed: false };
    void response.then(({ Status } = {} as CustomResourceResponse) => known.failed = Status === 'FAILED', () => this.known.delete(id));
    this.known.set(id, known);
    if (this.known.size > LONGEST_MEMORY) {
      this.known.delete(this.known.keys().next().value!);
    }
    return known;
  }
}
