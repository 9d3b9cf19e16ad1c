/** The statistic of a metric. */
export class Statistic {
  /** The number of values. */
  sampleCount = 0;

  /** The sum of all values; 0 if there is none. */
  sum = 0;

  /** The largest value; 0 if there is none. */
  maximum = 0;

  /** Adds a value, in the unit of the others. */
  add(value: number): void {
    this.sampleCount += 1;
    this.sum += value;
    if (value > this.maximum) {
      this.maximum = value;
    }
  }

  /** The mean of all values; 0 if there is none. */
  get average(): number {
    return this.sampleCount === 0 ? 0 : this.sum / this.sampleCount;
  }
}

/** The metrics of one function, with their names in CloudWatch. Times are in milliseconds. */
export class FunctionMetrics {
  /** Runs, synchronous ones included. */
  Invocations = 0;

  /** Runs that ended with an error. */
  Errors = 0;

  /** Runs that Lambda throttled. */
  Throttles = 0;

  /** Durations of runs, at most the timeout. */
  readonly Duration = new Statistic();

  /** Events that were accepted. */
  AsyncEventsReceived = 0;

  /** Ages of events at the start of each run. */
  readonly AsyncEventAge = new Statistic();

  /** Events that were given up, with or without a record or dead letter. */
  AsyncEventsDropped = 0;

  /** Records that could not be delivered. */
  DestinationDeliveryFailures = 0;

  /** Dead letters that could not be delivered. */
  DeadLetterErrors = 0;

  /** Events that Lambda stopped as recursive loops. */
  RecursiveInvocationsDropped = 0;
}
