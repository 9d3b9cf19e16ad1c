import { parseArgs } from 'node:util';
import { CHECK_HELP, EXPLAIN_HELP, HELP, INIT_HELP, REPLAY_HELP, SIMULATE_HELP, WATCH_HELP } from './help';
import type { Outcome, Reader } from './outcome';
import { isSystemError, systemErrorInWords } from './system-error';
import { UsageError } from './usage-error';
import { version } from './version';
import { UnknownRuleError } from '../checks';
import { TopologyError } from '../topology';

/** The options of all commands. */
const GIVEN = { parameter: { type: 'string', multiple: true }, region: { type: 'string' }, account: { type: 'string' } } as const;

type Run = (args: string[], reader: Reader) => Promise<Outcome>;

/** Each command loads what it needs, and not what the others need: a check would wait for the simulator. */
const COMMANDS: Readonly<Record<string, Run>> = {
  check: async (args, reader) => {
    const { values, positionals } = parsed(args, 'check', {
      ...GIVEN,
      'json': { type: 'boolean' },
      'sarif': { type: 'boolean' },
      'html': { type: 'string' },
      'strict': { type: 'boolean' },
      'exclude': { type: 'string', multiple: true },
      'explain': { type: 'string' },
      'fix-hint': { type: 'boolean' },
      'help': { type: 'boolean', short: 'h' },
    });
    return values.help ? { code: 0, out: CHECK_HELP } : (await import('./check.js')).check(orDefault(positionals), values, reader);
  },
  explain: async (args, reader) => {
    const { values, positionals } = parsed(args, 'explain', {
      ...GIVEN,
      json: { type: 'boolean' },
      mermaid: { type: 'boolean' },
      html: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    });
    return values.help ? { code: 0, out: EXPLAIN_HELP } : (await import('./explain.js')).explain(positionals, values, reader);
  },
  simulate: async (args, reader) => {
    const { values, positionals } = parsed(args, 'simulate', {
      ...GIVEN,
      'function': { type: 'string' },
      'qualifier': { type: 'string' },
      'payload': { type: 'string' },
      'put-event': { type: 'string' },
      'publish': { type: 'string' },
      'message': { type: 'string' },
      'upload': { type: 'string' },
      'attribute': { type: 'string', multiple: true },
      'group': { type: 'string' },
      'at': { type: 'string' },
      'for': { type: 'string' },
      'fail': { type: 'boolean' },
      'time-out': { type: 'boolean' },
      'throttle': { type: 'boolean' },
      'system-error': { type: 'boolean' },
      'times': { type: 'string' },
      'code': { type: 'boolean' },
      'env': { type: 'string', multiple: true },
      'seed': { type: 'string' },
      'json': { type: 'boolean' },
      'help': { type: 'boolean', short: 'h' },
    });
    return values.help ? { code: 0, out: SIMULATE_HELP } : (await import('./simulate.js')).simulate(orDefault(positionals), values, reader);
  },
  watch: async args => {
    const { values, positionals } = parsed(args, 'watch', {
      ...GIVEN,
      port: { type: 'string' },
      exclude: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
    });
    return values.help ? { code: 0, out: WATCH_HELP } : (await import('./watch.js')).watch(orDefault(positionals), values);
  },
  replay: async args => {
    const { values, positionals } = parsed(args, 'replay', {
      'from': { type: 'string' },
      'until': { type: 'string' },
      'min-age': { type: 'string' },
      'max-age': { type: 'string' },
      'function': { type: 'string', multiple: true },
      'qualifier': { type: 'string', multiple: true },
      'condition': { type: 'string', multiple: true },
      'error-type': { type: 'string', multiple: true },
      'executed-version': { type: 'string', multiple: true },
      'advice': { type: 'string', multiple: true },
      'request-id': { type: 'string', multiple: true },
      'order': { type: 'string' },
      'limit': { type: 'string' },
      'target': { type: 'string' },
      'rate': { type: 'string' },
      'dead-letters-of': { type: 'string' },
      'json': { type: 'boolean' },
      'help': { type: 'boolean', short: 'h' },
    });
    return values.help ? { code: 0, out: REPLAY_HELP } : (await import('./replay.js')).replay(positionals, values);
  },
  init: async args => {
    const { values, positionals } = parsed(args, 'init', {
      'dry-run': { type: 'boolean' },
      'help': { type: 'boolean', short: 'h' },
    });
    return values.help ? { code: 0, out: INIT_HELP } : (await import('./init.js')).init(folderOf(positionals), values, version());
  },
};

/**
 * The command line.
 *
 * @param args what follows the name of the program
 */
export async function run(args: string[], reader: Reader): Promise<Outcome> {
  try {
    const [name, ...rest] = args;
    const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name] : undefined;
    return command ? await command(rest, reader) : withoutCommand(name);
  } catch (error) {
    return { code: 2, problem: `cdk-async-invoke: ${problem(error)}\n` };
  }
}

function withoutCommand(name?: string): Outcome {
  switch (name) {
    case undefined:
      return { code: 2, problem: HELP };
    case '-h':
    case '--help':
    case 'help':
      return { code: 0, out: HELP };
    case '-v':
    case '--version':
      return { code: 0, out: `${version()}\n` };
    default:
      throw new UsageError(`there is no ${name.startsWith('-') ? 'option' : 'command'} \`${name}\`. The commands are \`check\`, \`explain\`, \`simulate\`, \`watch\`, \`replay\` and \`init\`. See \`cdk-async-invoke --help\`.`);
  }
}

function folderOf([folder = '.', ...more]: readonly string[]): string {
  if (more.length > 0) {
    throw new UsageError(`\`init\` takes at most one folder, got: ${[folder, ...more].join(' ')}. See \`cdk-async-invoke init --help\`.`);
  }
  return folder;
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

function parsed<T extends Options>(args: string[], command: string, options: T) {
  const hint = `See \`cdk-async-invoke ${command} --help\`.`;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) {
      throw error;
    }
    // The first sentence names the mistake; the others explain `--`.
    const [sentence] = message.split(/\.\s/);
    throw new UsageError(`${sentence.replace(/\.$/, '')}. ${hint}`);
  }
}

function orDefault(positionals: readonly string[]): readonly string[] {
  return positionals.length > 0 ? positionals : ['cdk.out'];
}

/** An error in words; an unexpected one with its stack. */
function problem(error: unknown): string {
  if (isSystemError(error)) {
    return systemErrorInWords(error);
  }
  const { message, stack } = error as Error;
  const isExpected = [UsageError, TopologyError, UnknownRuleError].some(type => error instanceof type);
  return isExpected ? message : `this is a fault of cdk-async-invoke, please report it. ${stack}`;
}
