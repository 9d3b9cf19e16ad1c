/** Message of the Node.js runtime for a response that JSON cannot represent. */
export const UNWRITABLE_RESPONSE = 'Unable to stringify response body';

/** Message of the Node.js runtime for a thrown value that it cannot read. */
export const UNREADABLE_ERROR = 'callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack';
