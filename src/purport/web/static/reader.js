// A report for reading: what is pointed at or focused is lit in the text and in the record; j and k go from claim to claim, t to and fro.
"use strict";

const parts = new Map();
for (const element of document.querySelectorAll("[data-of]")) {
  for (const id of element.dataset.of.split(" ")) {
    if (!parts.has(id)) parts.set(id, []);
    parts.get(id).push(element);
  }
}

let lit = [];

function light(element) {
  for (const each of lit) each.classList.remove("lit");
  const ids = element ? element.dataset.of.split(" ") : [];
  lit = ids.flatMap((id) => parts.get(id) ?? []);
  for (const each of lit) each.classList.add("lit");
}

const pointed = (event) => light(event.target.closest?.("[data-of]") ?? null);
document.addEventListener("mouseover", pointed);
document.addEventListener("focusin", pointed);

const claims = [...document.querySelectorAll(".claims > li")].filter((each) => each.value);

function step(by) {
  const open = claims.filter((each) => each.offsetParent !== null);
  const here = open.indexOf(document.activeElement?.closest(".claims > li"));
  const to = open[Math.min(Math.max(here + by, 0), open.length - 1)];
  if (to) {
    to.focus();
    to.scrollIntoView({ block: "nearest" });
  }
}

function cross() {
  const here = document.activeElement;
  const inRecord = here?.closest(".claims > li");
  if (inRecord) {
    document.getElementById(`t-${inRecord.dataset.of}`)?.focus();
  } else if (here?.matches(".num")) {
    document.getElementById(here.getAttribute("href").slice(1))?.focus();
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "t") cross();
  else return;
  event.preventDefault();
});
