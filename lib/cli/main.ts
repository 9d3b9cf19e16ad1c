#!/usr/bin/env node
import { run } from './run';

// The reader of the output may stop before its end, e.g. `head`.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? process.exitCode : 2));

const { stdout, env } = process;
const colours = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
void run(process.argv.slice(2), { colours }).then(({ code, out = '', problem = '' }) => {
  process.exitCode = code;
  process.stderr.write(problem);
  process.stdout.write(out);
});
