// A server of the public implementation, for our client to call. The handlers know the same words as the C# test handlers.
// node server.mjs --socket /path --token TOKEN
// First line on standard output: the port on 127.0.0.1. Then a line when a call waits, and one when its client cancelled it.
// Ends when standard input ends, so that it never outlives the test.
import grpc from '@grpc/grpc-js';
import { Bridge, missingDetail, options } from './contract.mjs';

const { socket, token } = options(process.argv.slice(2));
const status = (code, details) => ({ code, details });

function refused(call) {
  return call.metadata.get('authorization')[0] === `Bearer ${token}` ? null : status(grpc.status.UNAUTHENTICATED, 'token');
}

function tellWhenCancelled(call, word) {
  console.log(`began ${word}`);
  call.on('cancelled', () => console.log(`cancelled ${word}`));
}

const handlers = {
  GetStatus(call, answer) {
    answer(refused(call), { bridge_version: 'grpc-js', contract_version: 1, uptime_seconds: call.getDeadline() === Infinity ? 0 : 1 });
  },

  GetReport(call, answer) {
    const { track_id } = call.request;
    if (track_id === 'missing') {
      answer(status(grpc.status.NOT_FOUND, missingDetail));
    } else if (track_id === 'die') {
      process.kill(process.pid, 'SIGKILL');
    } else if (track_id.startsWith('slow')) {
      tellWhenCancelled(call, track_id);
    } else {
      answer(null, { track_id });
    }
  },

  WatchJob(call) {
    const { job_id } = call.request;
    if (job_id === 'nothing') {
      call.emit('error', status(grpc.status.NOT_FOUND, missingDetail));
      return;
    }
    for (let step = 0; step < 3; step++) {
      call.write({ job_id, progress: step / 2 });
    }
    if (job_id === 'fails') {
      call.emit('error', status(grpc.status.ABORTED, 'half way 曲'));
    } else if (job_id === 'reset') {
      setTimeout(() => call.call?.stream?.close?.(8), 50);
    } else if (job_id.startsWith('slow')) {
      tellWhenCancelled(call, job_id);
    } else {
      call.end();
    }
  },

  Import(call, answer) {
    let name = '';
    let frames = 0;
    call.on('data', ({ header, audio }) => {
      if (header?.name === 'reject') {
        answer(status(grpc.status.INVALID_ARGUMENT, 'rejected before the end'));
      }
      name = header?.name ?? name;
      frames += audio ? audio.samples.length / 4 / audio.channel_count : 0;
    });
    call.on('end', () => answer(null, { track_name: name, duration_seconds: frames / 48000 }));
    call.on('error', () => {});
  },

  Capture(call) {
    let frames = 0;
    tellWhenCancelled(call, 'capture');
    call.on('data', ({ hello, audio, identity }) => {
      if (hello) {
        call.write({ welcome: { track_id: hello.instance_id } });
      } else if (audio) {
        frames += audio.samples.length / 4 / audio.channel_count;
        call.write({ running: { heard_seconds: frames / 48000 } });
      } else if (identity) {
        call.emit('error', status(grpc.status.FAILED_PRECONDITION, missingDetail));
      }
    });
    call.on('end', () => {
      call.write({ report: { duration_seconds: frames / 48000 } });
      call.end();
    });
    call.on('error', () => {});
  },
};

const server = new grpc.Server();
server.addService(Bridge.service, handlers);
const bind = address => new Promise((resolve, reject) => server.bindAsync(
  address, grpc.ServerCredentials.createInsecure(), (error, port) => error ? reject(error) : resolve(port)));
await bind(`unix:${socket}`);
console.log(await bind('127.0.0.1:0'));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
