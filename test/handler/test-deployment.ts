import { TestClock } from './test-clock';
import { LambdaClients } from '../../lib/handler/lambda/clients';
import type { Deployment } from '../../lib/handler/resource';

/** A line of the log. */
export interface LogLine {
  readonly step: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

const FIFTEEN_MINUTES = 15 * 60 * 1000;

/** One run of the handler, on a clock that runs in no time, with the clients of the real SDK. */
export class TestDeployment implements Deployment {
  readonly clock = new TestClock();
  readonly lines: LogLine[] = [];
  readonly lambda = new LambdaClients().of;
  private readonly begun = this.clock.now();

  /** @param time how long the run may take, in milliseconds */
  constructor(private readonly time = FIFTEEN_MINUTES) {}

  readonly log = (step: string, facts?: Readonly<Record<string, unknown>>) => {
    this.lines.push({ step, facts });
  };

  remaining(): number {
    return this.begun + this.time - this.clock.now();
  }

  /** How long the run has taken so far, in milliseconds. */
  get elapsed(): number {
    return this.clock.now() - this.begun;
  }

  /** What was logged of one kind. */
  logged(step: string): (LogLine['facts'])[] {
    return this.lines.filter(line => line.step === step).map(({ facts }) => facts);
  }
}
