/** Imports uploaded files by their keys. A file that is not JSON is an error. */
exports.handler = async ({ Records = [] }) => {
  const keys = Records.map(({ s3 }) => decodeURIComponent(s3.object.key.replace(/\+/g, ' ')));
  const unreadable = keys.find(key => !key.endsWith('.json'));
  if (unreadable) {
    throw new Error(`cannot read ${unreadable}`);
  }
  return { imported: keys };
};
