/** What was measured several times. */
export class Statistic {
  /** How often it was measured. */
  sampleCount = 0;

  /** Of all values; 0 when nothing was measured. */
  sum = 0;

  /** The largest value; 0 when nothing was measured. */
  maximum = 0;

  /** Takes a value, in the unit of the others. */
  add(value: number): void {
    this.sampleCount += 1;
    this.sum += value;
    if (value > this.maximum) this.maximum = value;
  }

  /** The mean of all values; 0 when nothing was measured. */
  get average(): number {
    return this.sampleCount === 0 ? 0 : this.sum / this.sampleCount;
  }
}

/** The metrics of one function, under the names that CloudWatch knows: counts, and times in milliseconds. */
export class FunctionMetrics {
  /** Runs, synchronous ones included. */
  Invocations = 0;

  /** Runs that ended with an error. */
  Errors = 0;

  /** Runs that did not take place for lack of concurrency. */
  Throttles = 0;

  /** How long runs took, their timeout at most. */
  readonly Duration = new Statistic();

  /** Events that were accepted. */
  AsyncEventsReceived = 0;

  /** How long events had been waiting each time that they ran. */
  readonly AsyncEventAge = new Statistic();

  /** Events that were given up, whether or not a record or dead letter tells of them. */
  AsyncEventsDropped = 0;

  /** Records that could not be delivered. */
  DestinationDeliveryFailures = 0;

  /** Dead letters that could not be delivered. */
  DeadLetterErrors = 0;

  /** Events that were stopped because they ran in circles. */
  RecursiveInvocationsDropped = 0;
}
