// Does what Lambda does in a fresh process: it loads a handler and calls it, and then tells what that has cost.
const http = require('node:http');
const https = require('node:https');

const [, , path, exportName, event] = process.argv;

// CloudFormation is on this machine: there is no TLS, and handlers that take the port for granted have to be told.
const { port } = new URL(JSON.parse(event).ResponseURL);
https.request = (options, answered) => http.request({ ...options, port }, answered);

const context = { invokedFunctionArn: '', logStreamName: '', getRemainingTimeInMillis: () => 900_000 };
require(path)[exportName](JSON.parse(event), context).then(() => process.send(process.cpuUsage(), () => process.exit()));
