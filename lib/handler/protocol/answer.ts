import * as http from 'node:http';
import * as https from 'node:https';
import type { Deadline } from './deadline';
import type { CustomResourceResponse } from '../../contract/custom-resource';
import type { Clock } from '../clock';
import type { Log } from '../resource';

/** An attempt that takes longer, in milliseconds, is given up for the next. */
const ATTEMPT_TIME = 5000;

const FIRST_DELAY = 250;
const LONGEST_DELAY = 4000;

/**
 * Puts the answer where CloudFormation waits for it, again and again until it is taken or the time is up.
 *
 * Refusals are tried again, too: each attempt costs nothing, while a stack that gets no answer hangs for up to an hour.
 *
 * @throws Error when nobody took the answer
 */
export async function answer(response: CustomResourceResponse, url: string, deadline: Pick<Deadline, 'left'>, clock: Clock, log: Log): Promise<void> {
  const body = JSON.stringify(response);
  for (let attempts = 1; ; attempts++) {
    const outcome = await put(body, url, Math.min(ATTEMPT_TIME, deadline.left()), clock);
    const taken = outcome === 'taken';
    log('answer', { status: response.Status, attempts, outcome });
    if (taken) {
      return;
    }
    const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (attempts - 1));
    if (deadline.left() <= delay) {
      throw new Error(`CloudFormation did not take the answer. Attempts: ${attempts}, the last of which ended with ${outcome}.`);
    }
    await clock.sleep(delay);
  }
}

/** How one attempt ended, in words that tell nothing of the URL: it is as good as a password. */
function put(body: string, url: string, time: number, clock: Clock): Promise<string> {
  return new Promise(resolve => {
    const { request } = url.startsWith('http:') ? http : https;
    const headers = { 'content-type': '', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'PUT', headers, agent: false }, response => {
      const { statusCode = 0 } = response;
      end(statusCode >= 200 && statusCode < 300 ? 'taken' : `status ${statusCode}`);
    });
    const switchOff = clock.alarm(time, () => end('silence'));
    const end = (outcome: string) => {
      switchOff();
      resolve(outcome);
      sent.destroy();
    };
    sent.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? 'an error of the network'));
    sent.end(body);
  });
}
