import { NotSimulatedError } from './not-simulated-error';
import { OPERATIONS, type Operation } from '../service';

/** The operation and the names in a path. */
interface Route {
  readonly operation: Operation;
  readonly functionName: string;
  readonly aliasName?: string;
}

/**
 * Finds the operation of a request.
 *
 * @param path without the query
 * @throws NotSimulatedError if the simulator does not serve the operation
 */
export function routeOf(method: string, path: string): Route {
  const [version, resource, functionName = '', ...rest] = path.replace(/^\/+|\/+$/g, '').split('/');
  const aliasName = rest[0] === 'aliases' && rest.length === 2 ? rest[1] : undefined;
  const shape = [version, resource, '*', ...aliasName === undefined ? rest : ['aliases', '+']].join('/');
  const key = `${method} ${shape}`;
  if (!Object.hasOwn(OPERATIONS, key) || functionName === '') {
    throw new NotSimulatedError(`${method} on that path`);
  }
  return { operation: OPERATIONS[key], functionName: decoded(functionName), aliasName: aliasName && decoded(aliasName) };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new NotSimulatedError('a path that is not percent-encoded');
  }
}
