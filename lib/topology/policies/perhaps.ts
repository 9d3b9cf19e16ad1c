/** An answer; `undefined` if only the deployment knows it. */
export type Perhaps = boolean | undefined;

/** Whether both are true. One that is false decides. */
export function and(left: Perhaps, right: Perhaps): Perhaps {
  if (left === false || right === false) {
    return false;
  }
  return left === undefined || right === undefined ? undefined : true;
}

/** Whether one is true. One that is true decides. */
export function or(left: Perhaps, right: Perhaps): Perhaps {
  if (left === true || right === true) {
    return true;
  }
  return left === undefined || right === undefined ? undefined : false;
}
