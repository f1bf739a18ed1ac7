"use strict";
(() => {
  const score = JSON.parse(document.getElementById("score").textContent);
  const roll = document.getElementById("roll"), room = document.getElementById("room"), stack = document.getElementById("stack");
  const notes = document.getElementById("notes"), head = document.getElementById("head"), place = document.getElementById("place");
  const audio = document.getElementById("preview");
  const gutter = 92, ruler = 20, laneHeight = 16, octaveNames = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];
  const inks = ["--accent", "--warm", "--good", "--bad"];
  const pitchName = pitch => octaveNames[pitch % 12] + (Math.floor(pitch / 12) - 1);
  const clock = seconds => Math.floor(seconds / 60) + ":" + String(Math.floor(seconds % 60)).padStart(2, "0");

  // Four numbers a note: start, length, pitch, velocity; ms. The longest tells how far before a place to look for what sounds there.
  const parts = score.parts.map(part => {
    let longest = 0, end = 0;
    for (let at = 0; at < part.notes.length; at += 4) {
      longest = Math.max(longest, part.notes[at + 1]);
      end = Math.max(end, part.notes[at] + part.notes[at + 1]);
    }
    return { ...part, longest, end };
  });
  let low = 127, high = 0, first = 0, last = Math.max(1000, score.duration);
  const lanes = [];
  for (const part of parts) {
    last = Math.max(last, part.end);
    if (part.notes.length) first = Math.min(first, part.notes[0]);
    if (part.drums) { for (const key of Object.keys(part.lanes)) lanes.push({ part, key: Number(key), name: part.lanes[key] }); continue; }
    for (let at = 2; at < part.notes.length; at += 4) { low = Math.min(low, part.notes[at]); high = Math.max(high, part.notes[at]); }
  }
  if (low <= high) { low = Math.max(0, low - 1); high = Math.min(127, high + 1); }
  const rows = Math.max(0, high - low + 1), rowHeight = rows ? Math.min(12, Math.max(4, Math.floor(380 / rows))) : 0;
  const keysHeight = rows * rowHeight, lanesTop = ruler + keysHeight + (rows && lanes.length ? 8 : 0), height = lanesTop + lanes.length * laneHeight + 2;

  let scale = 0.05, width = 0; // px per ms
  const least = () => Math.max(1e-6, (width - gutter - 8) / (last - first));
  const leftMs = () => first + roll.scrollLeft / scale;
  const x = ms => gutter + (ms - leftMs()) * scale;

  const css = getComputedStyle(document.documentElement);
  const ink = name => css.getPropertyValue(name).trim();

  function fit(canvas) {
    const ratio = window.devicePixelRatio || 1;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.height = height + "px";
    }
    const on = canvas.getContext("2d");
    on.setTransform(ratio, 0, 0, ratio, 0, 0);
    on.clearRect(0, 0, width, height);
    return on;
  }

  function firstSounding(part, ms) {
    let from = 0, to = part.notes.length / 4;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (part.notes[4 * middle] < ms - part.longest) from = middle + 1; else to = middle;
    }
    return 4 * from;
  }

  function drawGround(on, rightMs) {
    on.font = "11px system-ui, sans-serif";
    on.textBaseline = "middle";
    for (let pitch = low; pitch <= high && rows; pitch++) {
      const y = ruler + (high - pitch) * rowHeight;
      if ([1, 3, 6, 8, 10].includes(pitch % 12)) { on.globalAlpha = 0.45; on.fillStyle = ink("--line"); on.fillRect(gutter, y, width, rowHeight); on.globalAlpha = 1; }
      if (pitch % 12 === 0) { on.fillStyle = ink("--line"); on.fillRect(gutter, y + rowHeight - 1, width, 1); }
    }
    lanes.forEach((lane, index) => { on.fillStyle = ink("--line"); on.fillRect(gutter, lanesTop + (index + 1) * laneHeight - 1, width, 1); });
    let numbered = -Infinity;
    const barWidth = score.bars.length > 1 ? (score.bars[score.bars.length - 1] - score.bars[0]) / (score.bars.length - 1) * scale : 1;
    let every = 1;
    while (every * barWidth < 8) every *= 2;
    score.bars.forEach((bar, index) => {
      if (bar < leftMs() - 1 || bar > rightMs || index % every) return;
      on.fillStyle = ink("--quiet");
      on.globalAlpha = 0.5;
      on.fillRect(Math.round(x(bar)), ruler, 1, height - ruler);
      on.globalAlpha = 1;
      if (x(bar) - numbered > 44) { on.fillText(index + 1, x(bar) + 3, ruler / 2 + 1); numbered = x(bar); }
    });
    if (score.bars.length === 0) {
      const step = [1, 2, 5, 10, 30, 60, 300, 600, 1800].find(seconds => seconds * 1000 * scale > 60) || 3600;
      on.fillStyle = ink("--quiet");
      for (let at = Math.ceil(leftMs() / 1000 / step) * step; at * 1000 < rightMs; at += step) if (at >= 0) on.fillText(clock(at), x(at * 1000) + 2, ruler / 2 + 1);
    }
  }

  function drawNotes(on, rightMs) {
    parts.forEach((part, index) => {
      on.fillStyle = ink(inks[index % inks.length]);
      for (let at = firstSounding(part, leftMs()); at < part.notes.length && part.notes[at] <= rightMs; at += 4) {
        const [start, length, pitch, velocity] = [part.notes[at], part.notes[at + 1], part.notes[at + 2], part.notes[at + 3]];
        if (start + length < leftMs()) continue;
        on.globalAlpha = 0.35 + 0.65 * velocity / 127;
        if (part.drums) {
          const lane = lanes.findIndex(one => one.part === part && one.key === pitch);
          on.fillRect(x(start), lanesTop + lane * laneHeight + 2, Math.max(2, Math.min(5, length * scale)), laneHeight - 5);
        } else {
          on.fillRect(x(start), ruler + (high - pitch) * rowHeight + 0.5, Math.max(1.5, length * scale - 1), rowHeight - 1);
        }
      }
      on.globalAlpha = 1;
    });
  }

  function drawGutter(on) {
    on.fillStyle = ink("--card");
    on.fillRect(0, 0, gutter, height);
    on.fillStyle = ink("--quiet");
    on.fillText(score.bars.length ? "Bar" : "Time", 8, ruler / 2 + 1);
    for (let pitch = low; pitch <= high && rows; pitch++) if (pitch % 12 === 0) on.fillText(pitchName(pitch), gutter - 30, ruler + (high - pitch + 0.5) * rowHeight);
    on.fillStyle = ink("--ink");
    lanes.forEach((lane, index) => on.fillText(lane.name, 8, lanesTop + (index + 0.5) * laneHeight, gutter - 12));
    on.fillStyle = ink("--line");
    on.fillRect(gutter - 1, 0, 1, height);
  }

  let drawing = 0;
  function draw() {
    drawing = 0;
    const on = fit(notes), rightMs = leftMs() + (width - gutter) / scale;
    drawGround(on, rightMs);
    drawNotes(on, rightMs);
    drawGutter(on);
    drawHead();
  }
  const redraw = () => { drawing ||= requestAnimationFrame(draw); };

  function drawHead() {
    const on = fit(head);
    if (!audio) return;
    const at = x(audio.currentTime * 1000);
    document.documentElement.dataset.head = Math.round(at);
    if (at < gutter) return;
    on.fillStyle = ink("--bad");
    on.fillRect(at - 1, 0, 2, height);
  }

  function follow() {
    const at = x(audio.currentTime * 1000);
    if (at > width - 40 || at < gutter) roll.scrollLeft = Math.max(0, (audio.currentTime * 1000 - first) * scale - 40);
    drawHead();
    if (!audio.paused) requestAnimationFrame(follow);
  }

  // The place under a point stays where it is.
  function zoom(factor, px) {
    const at = leftMs() + (px - gutter) / scale;
    scale = Math.min(0.6, Math.max(least(), scale * factor));
    layOut();
    roll.scrollLeft = (at - first) * scale - (px - gutter);
    redraw();
  }

  function layOut() {
    width = roll.clientWidth;
    stack.style.width = width + "px";
    scale = Math.max(scale, least());
    room.style.width = Math.ceil(gutter + (last - first) * scale + 8) + "px";
    redraw();
  }

  const pointed = event => { const box = notes.getBoundingClientRect(); return { px: event.clientX - box.left, py: event.clientY - box.top }; };
  const msAt = px => leftMs() + (px - gutter) / scale;
  notes.addEventListener("pointermove", event => {
    const { px, py } = pointed(event), lane = lanes[Math.floor((py - lanesTop) / laneHeight)], row = Math.floor((py - ruler) / rowHeight);
    if (px < gutter || py < ruler) { place.textContent = ""; return; }
    const what = py >= lanesTop && lane ? lane.name : row >= 0 && row < rows ? pitchName(high - row) : "";
    place.textContent = `${clock(Math.max(0, msAt(px) / 1000))} ${what}`;
  });
  notes.addEventListener("pointerleave", () => { place.textContent = ""; });
  if (audio) {
    document.body.classList.add("playable");
    notes.addEventListener("click", event => {
      const { px } = pointed(event);
      if (px >= gutter) audio.currentTime = Math.min(Math.max(0, msAt(px) / 1000), audio.duration || 0);
    });
    audio.addEventListener("play", follow);
    for (const name of ["seeked", "timeupdate", "loadedmetadata"]) audio.addEventListener(name, drawHead);
    audio.addEventListener("error", () => { document.getElementById("listen").textContent = "The preview cannot be played: it should lie beside this page, as it was written."; });
  }
  document.getElementById("in").addEventListener("click", () => zoom(1.6, width / 2));
  document.getElementById("out").addEventListener("click", () => zoom(1 / 1.6, width / 2));
  document.getElementById("all").addEventListener("click", () => { scale = least(); layOut(); });
  roll.addEventListener("wheel", event => {
    if (event.ctrlKey) { event.preventDefault(); zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, pointed(event).px); }
  }, { passive: false });
  roll.addEventListener("scroll", redraw);
  new ResizeObserver(layOut).observe(roll);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  const key = document.getElementById("key");
  parts.forEach((part, index) => {
    const mark = document.createElement("i"), name = document.createTextNode(`${part.name || "Part " + (index + 1)} (${part.notes.length / 4})`);
    mark.style.background = `var(${inks[index % inks.length]})`;
    key.append(mark, name);
  });
  layOut();
})();
