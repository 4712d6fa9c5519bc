// A recording: a time that is pressed is heard in the page's own player, from where to where it says; without this it opens by itself.
"use strict";

const player = document.querySelector(".player audio");
const told = document.getElementById("heard-status");
let until = null;

function say(words) {
  if (told) told.textContent = words;
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
  const link = event.target.closest("[data-plays]");
  if (!link || !player || link.dataset.plays !== player.dataset.sound) return;
  event.preventDefault();
  hear(Number(link.dataset.from), Number(link.dataset.to), link);
});

function hear(from, to, link) {
  for (const each of document.querySelectorAll(".heard[aria-current]")) each.removeAttribute("aria-current");
  if (link.matches(".heard")) link.setAttribute("aria-current", "true");
  until = null;
  say(`At ${link.querySelector("title")?.textContent ?? link.textContent}.`);
  const start = () => {
    player.currentTime = from;
    until = to;
    player.play().catch(() => {});
  };
  if (player.readyState > 0) start();
  else {
    player.addEventListener("loadedmetadata", start, { once: true });
    player.load();
  }
}

player?.addEventListener("timeupdate", () => {
  if (until !== null && player.currentTime >= until) {
    until = null;
    player.pause();
  }
});

async function explain(audio) {
  const answer = await fetch(audio.src.split("#")[0], { headers: { Accept: "application/json", Range: "bytes=0-0" } });
  const why = answer.ok ? "This browser cannot play it; the listening copy may be heard." : (await answer.json()).why;
  if (audio === player) say(why);
  else audio.after(Object.assign(document.createElement("p"), { className: "note", textContent: why }));
}

for (const each of document.querySelectorAll("audio")) {
  if (each.error) explain(each); // it failed before this file was read
  else each.addEventListener("error", () => explain(each));
}
