/** Program text that turns what the code logs into lines with the time of the simulator. It reads `now` and `requestId`. */
export const LOGGING = `
const { format } = require('node:util');
const print = line => void send({ id: answering, line });
for (const [method, level] of [['log', 'INFO'], ['info', 'INFO'], ['debug', 'DEBUG'], ['warn', 'WARN'], ['error', 'ERROR'], ['trace', 'TRACE']]) {
  console[method] = (...values) => print([now, requestId, level, format(...values)].join('\\t'));
}
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (text, ...rest) => {
    print(String(text).replace(/\\n$/, ''));
    rest.find(argument => typeof argument === 'function')?.();
    return true;
  };
}
`;
