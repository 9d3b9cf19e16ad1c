import { reply, replyError } from './reply';
import { routeOf } from './route';
import { LONGEST_BODY } from '../../service';
import { NotSimulatedError, SERVED_SERVICES } from '../not-simulated-error';
import type { Protocol } from '../protocol';

/** The service in the signature of a request to Lambda. */
const SERVICE = 'lambda';

/** Lambda: names in the path, documents in JSON. */
export const LAMBDA: Protocol = {
  longestBody: LONGEST_BODY,

  answer: (service, { method, path, query, headers, signature, body, size }, response) => {
    if (signature.service !== undefined && signature.service !== SERVICE) {
      throw new NotSimulatedError(`the service \`${signature.service}\``, SERVED_SERVICES);
    }
    const { operation, functionName, aliasName, statementId } = routeOf(method, path);
    const answered = operation(service, { place: signature.place, functionName, aliasName, statementId, query, headers, body, size });
    return answered instanceof Promise ? answered.then(answer => reply(response, answer)) : reply(response, answered);
  },

  refuse: (_, response, error) => replyError(response, error),
};
