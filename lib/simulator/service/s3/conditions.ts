import { headerNotImplemented, noSuchKey, preconditionFailed } from './refusals';
import type { StoredObject } from '../../state';

type Headers = Readonly<Record<string, string>>;

/**
 * Checks the conditions of a request that reads an object.
 *
 * @returns whether the client has the object already
 * @throws S3Error if the object is not as the client wants it
 */
export function isUnchanged({ etag, lastModified }: StoredObject, headers: Headers): boolean {
  const ifMatch = headers['if-match'];
  const ifNoneMatch = headers['if-none-match'];
  const unmodifiedSince = Date.parse(headers['if-unmodified-since']);
  const modifiedSince = Date.parse(headers['if-modified-since']);
  if (ifMatch !== undefined && !names(ifMatch, etag)) {
    throw preconditionFailed('If-Match');
  }
  // As RFC 9110 says, the tag is the stronger condition of both.
  if (ifMatch === undefined && seconds(lastModified) > seconds(unmodifiedSince)) {
    throw preconditionFailed('If-Unmodified-Since');
  }
  return ifNoneMatch === undefined ? seconds(lastModified) <= seconds(modifiedSince) : names(ifNoneMatch, etag);
}

/**
 * Checks the conditions of a request that writes an object.
 *
 * @param present the object that it replaces; undefined if there is none
 * @throws S3Error if that object is not as the client wants it
 */
export function checkWrite(key: string, present: StoredObject | undefined, headers: Headers): void {
  const ifMatch = headers['if-match'];
  const ifNoneMatch = headers['if-none-match'];
  if (ifMatch !== undefined && ifNoneMatch !== undefined) {
    throw headerNotImplemented('If-Match,If-None-Match', 'Multiple conditional request headers present in the request');
  }
  if (ifNoneMatch !== undefined) {
    if (ifNoneMatch !== '*') {
      throw headerNotImplemented('If-None-Match', "We don't accept the provided value of If-None-Match header for this API");
    }
    if (present) {
      throw preconditionFailed('If-None-Match');
    }
  }
  if (ifMatch !== undefined) {
    checkMatch(key, present, ifMatch);
  }
}

function checkMatch(key: string, present: StoredObject | undefined, ifMatch: string): void {
  if (ifMatch === '*') {
    throw headerNotImplemented('If-Match', "We don't accept the provided value of If-Match header for this API");
  }
  if (!present) {
    throw noSuchKey(key);
  }
  if (!names(ifMatch, present.etag)) {
    throw preconditionFailed('If-Match');
  }
}

/** Whether a list of tags has that of an object, with its quotes or without. */
function names(list: string, etag: string): boolean {
  return list === '*' || list.split(',').some(tag => `"${tag.trim().replace(/^(?:W\/)?"|"$/g, '')}"` === etag);
}

/** The headers have no parts of seconds. */
function seconds(time: number): number {
  return Math.floor(time / 1000);
}
