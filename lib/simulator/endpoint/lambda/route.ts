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

/** What a function has several of, each with a path of its own. */
const ITEMS = ['aliases', 'policy'];

/**
 * Finds the operation of a request.
 *
 * @param path without the query
 * @throws NotSimulatedError if the simulator does not serve the operation
 */
export function routeOf(method: string, path: string): Route {
  const [version, resource, functionName = '', ...rest] = path.replace(/^\/+|\/+$/g, '').split('/');
  const [collection, item] = rest.length === 2 && ITEMS.includes(rest[0]) ? rest : [];
  const named = functionName === '' ? [] : ['*'];
  const shape = [version, resource, ...named, ...item === undefined ? rest : [collection, '+']].join('/');
  const key = `${method} ${shape}`;
  if (!Object.hasOwn(OPERATIONS, key)) {
    throw new NotSimulatedError(`${method} on that path`, SERVED);
  }
  const name = item && decoded(item);
  return {
    operation: OPERATIONS[key],
    functionName: decoded(functionName),
    aliasName: collection === 'aliases' ? name : undefined,
    statementId: collection === 'policy' ? name : undefined,
  };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new NotSimulatedError('a path that is not percent-encoded', SERVED);
  }
}
