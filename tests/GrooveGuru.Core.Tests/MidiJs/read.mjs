// Prints what a public parser reads of a MIDI file, as JSON: the header, and each track's events with their places in ticks.
import { readFileSync } from "node:fs";
import midi from "midi-file";

const song = midi.parseMidi(readFileSync(process.argv[2]));
const tracks = song.tracks.map((events) => {
  let ticks = 0;
  return events.map((event) => ({ ...event, ticks: (ticks += event.deltaTime) }));
});
console.log(JSON.stringify({ header: song.header, tracks }));
