import { handling } from './handling';
import { settingsOf } from './settings';
import { systemClock } from './system-clock';

/** Entry point for Lambda. */
export const handler = handling({
  settings: () => settingsOf(process.env),
  clock: systemClock,
  write: line => process.stdout.write(`${line}\n`),
});
