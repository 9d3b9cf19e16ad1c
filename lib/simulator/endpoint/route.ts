import { OPERATIONS, type Operation } from '../service';
import { NotKnownError } from '../state';

/** What a method and path ask for. */
export interface Route {
  readonly operation: Operation;
  readonly functionName: string;
  readonly aliasName?: string;
}

/**
 * Finds the operation of a request.
 *
 * @param path without the query
 * @throws NotKnownError for everything that is not simulated
 */
export function routeOf(method: string, path: string): Route {
  const [version, resource, functionName = '', ...rest] = path.replace(/^\/+|\/+$/g, '').split('/');
  const aliasName = rest[0] === 'aliases' && rest.length === 2 ? rest[1] : undefined;
  const shape = [version, resource, '*', ...aliasName === undefined ? rest : ['aliases', '+']].join('/');
  const key = `${method} ${shape}`;
  if (!Object.hasOwn(OPERATIONS, key) || functionName === '') {
    throw new NotKnownError(
      `what Lambda answers to ${method} on that path, for it is none that is simulated`,
      `Simulated are: ${Object.keys(OPERATIONS).join(', ')}; \`*\` is a function, \`+\` an alias.`,
    );
  }
  return { operation: OPERATIONS[key], functionName: decoded(functionName), aliasName: aliasName && decoded(aliasName) };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new NotKnownError('what Lambda answers to a path that is not percent-encoded', 'Encode it.');
  }
}
