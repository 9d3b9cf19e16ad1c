/** Name of the error of the worker for an input that cannot be meant. */
export const WRONG_INPUT = 'InputError';
