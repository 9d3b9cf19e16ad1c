import * as http from 'node:http';
import * as https from 'node:https';
import type { Deadline } from './deadline';
import type { CustomResourceResponse } from '../../contract/custom-resource';
import type { Clock } from '../clock';
import type { Log } from '../resource';

/** Longest time of one attempt, in milliseconds. */
const ATTEMPT_TIME = 5000;

const FIRST_DELAY = 250;
const LONGEST_DELAY = 4000;

/**
 * Sends the answer to CloudFormation until CloudFormation takes it or the time is over.
 *
 * It also repeats a refused attempt: an attempt is cheap, and a stack without an answer waits for up to an hour.
 *
 * @throws Error if CloudFormation does not take the answer
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

/** Outcome of one attempt, without the URL, which is a credential. */
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
