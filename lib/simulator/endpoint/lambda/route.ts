import { OPERATIONS, type Operation } from '../../service';
import { NotSimulatedError } from '../not-simulated-error';

/** The operation and the names in a path. */
interface Route {
  readonly operation: Operation;

  /** Empty for the operation that makes a function. */
  readonly functionName: string;
  readonly aliasName?: string;
  readonly statementId?: string;
}

/** The operations, for people. */
const SERVED = 'Invoke, InvokeAsync, event invoke configs, aliases, permissions, reserved concurrency, recursion configs, PublishVersion, '
  + 'ListVersionsByFunction, CreateFunction, GetFunction, GetFunctionConfiguration, UpdateFunctionConfiguration and DeleteFunction';

/** The path of all functions, the name of one, and behind it either a collection and an item, or any other path. */
const PATH = /^\/*([^/]+\/functions)(?:\/([^/]+)(?:\/(aliases|policy)\/([^/]+)|((?:\/[^/]+)*)))?\/*$/;

/**
 * Finds the operation of a request.
 *
 * @param path without the query
 * @throws NotSimulatedError if the simulator does not serve the operation
 */
export function routeOf(method: string, path: string): Route {
  const [, functions, functionName, collection, item, rest] = PATH.exec(path) ?? [];
  const one = functionName === undefined ? '' : item === undefined ? `/*${rest}` : `/*/${collection}/+`;
  const key = `${method} ${functions}${one}`;
  if (!Object.hasOwn(OPERATIONS, key)) {
    throw new NotSimulatedError(`${method} on that path`, SERVED);
  }
  const name = decoded(item);
  return {
    operation: OPERATIONS[key],
    functionName: decoded(functionName) ?? '',
    aliasName: collection === 'aliases' ? name : undefined,
    statementId: collection === 'policy' ? name : undefined,
  };
}

function decoded(segment: string | undefined): string | undefined {
  // To search for an escape takes a tenth of the time of decoding, and few names have one.
  if (!segment?.includes('%')) {
    return segment;
  }
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new NotSimulatedError('a path that is not percent-encoded', SERVED);
  }
}
