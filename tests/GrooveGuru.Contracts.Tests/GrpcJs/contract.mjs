// Our .proto files, loaded by the public implementation and not by our generated code.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';

const protos = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)), '../../../core/GrooveGuru.Contracts/Protos');

const definition = protoLoader.loadSync(
  ['grooveguru/v1/grooveguru.proto', 'grpc/health/v1/health.proto'],
  { includeDirs: [protos], keepCase: true, longs: Number, enums: String, defaults: false, oneofs: true });

const loaded = grpc.loadPackageDefinition(definition);

export const Bridge = loaded.grooveguru.v1.Bridge;
export const Health = loaded.grpc.health.v1.Health;
export const missingDetail = 'Die Spur „Bäß 100%“ gibt es nicht: 曲 ♪';

// One second of silence, stereo, 48 kHz, 32-bit float.
export function chunk(frames = 48000) {
  return { sample_rate_hz: 48000, channel_count: 2, samples: Buffer.alloc(frames * 2 * 4) };
}

export function options(args) {
  const read = {};
  for (let i = 0; i < args.length; i += 2) {
    read[args[i].replace(/^--/, '')] = args[i + 1];
  }
  return read;
}
