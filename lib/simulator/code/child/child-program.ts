import { guard } from './guard';
import { HIDDEN_HOST } from './host';
import { loading } from './loading';
import { LOGGING } from './logging';
import { RUNNING } from './running';
import { STREAMING } from './streaming';
import type { Layers } from '../layers';

/**
 * The program of the child process. It loads a handler and calls it, as Lambda's Node.js runtime does.
 *
 * It is a text because the child process has neither our modules nor our compiler.
 *
 * @param parent the process id of the parent
 */
export function childProgram(parent: number, layers: Layers): string {
  return ["'use strict';", guard(parent), HIDDEN_HOST, STREAMING, loading(layers), RUNNING, LOGGING].join('\n');
}
