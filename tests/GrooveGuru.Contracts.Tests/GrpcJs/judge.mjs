// Calls a server with the test handlers through a public gRPC client, and judges what comes back.
// node judge.mjs --target unix:/path|127.0.0.1:PORT --token TOKEN [--only name,name]
// One line a check; exit code 1 when one failed.
import assert from 'node:assert/strict';
import grpc from '@grpc/grpc-js';
import { Bridge, Health, chunk, missingDetail, options } from './contract.mjs';

const { target, token, only } = options(process.argv.slice(2));
const code = grpc.status;

const client = connect();
const health = new Health(target, grpc.credentials.createInsecure());

function connect(extra = {}) {
  return new Bridge(target, grpc.credentials.createInsecure(), extra);
}

function metadata(secret = token) {
  const sent = new grpc.Metadata();
  if (secret !== null) {
    sent.set('authorization', `Bearer ${secret}`);
  }
  return sent;
}

function unary(method, request, { secret = token, deadlineMs = 5000, of = client } = {}) {
  return new Promise((resolve, reject) => of[method](
    request, metadata(secret), { deadline: Date.now() + deadlineMs },
    (error, response) => error ? reject(error) : resolve(response)));
}

// The messages of a stream and the status it ended with.
function drain(call, onMessage = () => {}) {
  return new Promise(resolve => {
    const messages = [];
    call.on('data', message => { messages.push(message); onMessage(message, messages.length); });
    call.on('error', () => {});
    call.on('status', status => resolve({ messages, status }));
  });
}

async function fails(promise, expected, detail) {
  const error = await promise.then(() => assert.fail('the call succeeded'), caught => caught);
  assert.equal(code[error.code], code[expected]);
  if (detail !== undefined) {
    assert.equal(error.details, detail);
  }
  return error;
}

// Answers once the handler that was called with this word has seen its token fire.
const handlerWasCancelled = word => unary('GetReport', { track_id: `was-cancelled:${word}` });

const wait = ms => new Promise(resolve => setTimeout(resolve, ms));

const checks = {
  async 'unary'() {
    const status = await unary('GetStatus', {});
    assert.equal(status.bridge_version, 'test');
    assert.equal(status.contract_version, 1);
  },

  async 'server-streaming'() {
    const { messages, status } = await drain(client.WatchJob({ job_id: 'j' }, metadata()));
    assert.equal(status.code, code.OK);
    assert.deepEqual(messages.map(job => job.progress ?? 0), [0, 0.5, 1]);
    assert.equal(messages[0].state, 'JOB_STATE_WORKING');
  },

  async 'client-streaming'() {
    const report = await new Promise((resolve, reject) => {
      const call = client.Import(metadata(), (error, response) => error ? reject(error) : resolve(response));
      call.write({ header: { name: 'Ärger 曲' } });
      for (let second = 0; second < 10; second++) {
        call.write({ audio: chunk() });
      }
      call.end();
    });
    assert.equal(report.track_name, 'Ärger 曲');
    assert.equal(report.duration_seconds, 10);
  },

  async 'client-streaming-answered-early'() {
    const call = new Promise((resolve, reject) => {
      const open = client.Import(metadata(), (error, response) => error ? reject(error) : resolve(response));
      open.on('error', () => {});
      open.write({ header: { name: 'reject' } });
    });
    await fails(call, code.INVALID_ARGUMENT, 'rejected before the end');
  },

  async 'bidirectional'() {
    const call = client.Capture(metadata());
    const ended = drain(call, (message, count) => {
      // The next chunk goes up only after the last answer came down.
      if (count <= 5) {
        call.write({ audio: chunk() });
      } else if (message.running) {
        call.end();
      }
    });
    call.write({ hello: { instance_id: 'i1' } });
    const { messages, status } = await ended;
    assert.equal(status.code, code.OK);
    assert.equal(messages[0].welcome.track_id, 'i1');
    assert.deepEqual(messages.slice(1, 6).map(down => down.running.heard_seconds), [1, 2, 3, 4, 5]);
    assert.equal(messages[6].report.duration_seconds, 5);
  },

  async 'error-with-non-ascii-detail'() {
    await fails(unary('GetReport', { track_id: 'missing' }), code.NOT_FOUND, missingDetail);
  },

  async 'error-after-messages'() {
    const { messages, status } = await drain(client.WatchJob({ job_id: 'fails' }, metadata()));
    assert.equal(messages.length, 3);
    assert.equal(code[status.code], 'ABORTED');
    assert.equal(status.details, 'half way 曲');
  },

  async 'handler-exception-is-neutral'() {
    const error = await fails(unary('GetReport', { track_id: 'throw' }), code.INTERNAL);
    assert.ok(!error.details.includes('password'), error.details);
    assert.ok(!error.details.includes(' at '), error.details);
  },

  async 'message-too-large-to-send'() {
    await fails(unary('GetReport', { track_id: 'huge' }), code.RESOURCE_EXHAUSTED);
  },

  async 'message-too-large-to-receive'() {
    await fails(unary('GetReport', { track_id: 'x'.repeat(5 * 1024 * 1024) }), code.RESOURCE_EXHAUSTED);
  },

  async 'three-megabytes-both-ways'() {
    const name = 'y'.repeat(3 * 1024 * 1024);
    assert.equal((await unary('GetReport', { track_id: name })).track_id, name);
  },

  async 'deadline'() {
    await fails(unary('GetReport', { track_id: 'slow-deadline' }, { deadlineMs: 1000 }), code.DEADLINE_EXCEEDED);
    await handlerWasCancelled('slow-deadline');
  },

  async 'deadline-is-told-to-the-server'() {
    assert.equal((await unary('GetStatus', {})).uptime_seconds, 1);
  },

  async 'cancel-unary'() {
    const cancelled = new Promise((resolve, reject) => {
      const call = client.GetReport({ track_id: 'slow-unary' }, metadata(), (error, ok) => error ? reject(error) : resolve(ok));
      unary('GetReport', { track_id: 'began:slow-unary' }).then(() => call.cancel(), reject);
    });
    await fails(cancelled, code.CANCELLED);
    await handlerWasCancelled('slow-unary');
  },

  async 'cancel-server-streaming'() {
    const call = client.WatchJob({ job_id: 'slow-watch' }, metadata());
    const { messages, status } = await drain(call, (_, count) => count === 3 && call.cancel());
    assert.equal(messages.length, 3);
    assert.equal(code[status.code], 'CANCELLED');
    await handlerWasCancelled('slow-watch');
  },

  async 'cancel-bidirectional'() {
    const call = client.Capture(metadata());
    const ended = drain(call, () => call.cancel());
    call.write({ hello: { instance_id: 'slow-capture' } });
    assert.equal(code[(await ended).status.code], 'CANCELLED');
    await handlerWasCancelled('slow-capture');
  },

  async 'wrong-token'() {
    await fails(unary('GetStatus', {}, { secret: 'wrong' }), code.UNAUTHENTICATED);
    await fails(unary('GetStatus', {}, { secret: `${token}x` }), code.UNAUTHENTICATED);
    await fails(unary('GetStatus', {}, { secret: null }), code.UNAUTHENTICATED);
    const { messages, status } = await drain(client.WatchJob({ job_id: 'j' }, metadata('wrong')));
    assert.equal(messages.length, 0);
    assert.equal(status.code, code.UNAUTHENTICATED);
  },

  async 'unknown-method'() {
    await fails(unary('ListTracks', {}), code.UNIMPLEMENTED);
  },

  async 'compressed-request'() {
    const gzip = connect({ 'grpc.default_compression_algorithm': 2 });
    await fails(unary('GetReport', { track_id: 'z'.repeat(10000) }, { of: gzip }), code.UNIMPLEMENTED);
    gzip.close();
  },

  async 'many-at-once'() {
    const answers = await Promise.all(Array.from({ length: 150 }, (_, i) => unary('GetReport', { track_id: `t${i}` })));
    assert.deepEqual(answers.map(report => report.track_id), Array.from({ length: 150 }, (_, i) => `t${i}`));
  },

  async 'health-check'() {
    const check = service => new Promise((resolve, reject) =>
      health.Check({ service }, (error, response) => error ? reject(error) : resolve(response.status)));
    assert.equal(await check(''), 'SERVING');
    assert.equal(await check('grooveguru.v1.Bridge'), 'SERVING');
    await fails(check('no.such.Service'), code.NOT_FOUND);
  },

  async 'health-watch'() {
    const call = health.Watch({ service: 'grooveguru.v1.Bridge' });
    const seen = [];
    const { status } = await drain(call, message => {
      seen.push(message.status);
      if (seen.length === 1) {
        unary('GetReport', { track_id: 'health:down' });
      } else if (seen.length === 2) {
        unary('GetReport', { track_id: 'health:up' });
      } else {
        call.cancel();
      }
    });
    assert.deepEqual(seen, ['SERVING', 'NOT_SERVING', 'SERVING']);
    assert.equal(status.code, code.CANCELLED);

    const unknown = health.Watch({ service: 'no.such.Service' });
    const { messages } = await drain(unknown, () => unknown.cancel());
    assert.deepEqual(messages.map(message => message.status), ['SERVICE_UNKNOWN']);
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  if (only && !only.split(',').includes(name)) {
    continue;
  }
  try {
    await Promise.race([check(), wait(8000).then(() => assert.fail('no end within 8 s'))]);
    console.log(`ok      ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED  ${name}: ${String(error.message).split('\n').join(' | ')}`);
  }
}
process.exit(failed === 0 ? 0 : 1);
