import { Undone } from './answer-or-undo';
import type { Addressee } from './request';
import type { CustomResourceResponse } from '../../contract/custom-resource';

/** Earlier arrival of a request. */
interface Known {
/** Answer; nothing if another run answers. */
  readonly response: Promise<CustomResourceResponse | undefined>;

  /** Deliveries of the answer by URL. */
  readonly deliveries: Map<string, Promise<void>>;

  failed: boolean;
}

/** Number of requests to remember, more than one process receives. */
const LONGEST_MEMORY = 100;

/**
 * Works on each request once, even if it arrives several times.
 *
 * Lambda delivers events at least once. If you retry a failed deployment, CloudFormation sends the request again under
 * the same id with another URL: then the work is done again if it failed before.
 *
 * The memory is that of the process: another process does not notice a repetition.
 */
export class RepeatedRequests {
  private readonly known = new Map<string, Known>();

  /**
   * @param part number of the run on this request
   * @param work does the work; returns nothing if another run answers
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
