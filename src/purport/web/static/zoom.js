// Other days by keys and by dragging; the links of the page lead to the same without this.
"use strict";

const ways = { "+": "closer", "=": "closer", "-": "wider", ArrowLeft: "earlier", ArrowRight: "later", 0: "all" };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey !== (event.key === "+" && event.shiftKey)) return;
  if (event.target.closest("input, textarea, select, summary")) return;
  const link = ways[event.key] && document.querySelector(`[data-zoom="${ways[event.key]}"]`);
  if (link) {
    event.preventDefault();
    link.click();
  }
});

const DAY = 86_400_000;

function days(drawn) {
  const first = Date.parse(`${drawn.dataset.first}T00:00:00Z`);
  const number = drawn.dataset.days
    ? Number(drawn.dataset.days)
    : (Date.parse(`${drawn.dataset.last}T00:00:00Z`) - first) / DAY + 1;
  return { first, number };
}

function dayAt(drawn, x) {
  const { first, number } = days(drawn);
  const box = drawn.getBoundingClientRect();
  const part = Math.min(Math.max((x - box.left) / box.width, 0), 0.999999);
  return new Date(first + Math.floor(part * number) * DAY).toISOString().slice(0, 10);
}

function show(since, until) {
  const to = new URL(window.location.href);
  to.searchParams.set("since", since);
  to.searchParams.set("until", until);
  to.searchParams.delete("part");
  to.hash = "";
  window.location.assign(to);
}

for (const drawn of document.querySelectorAll("svg[data-first]")) {
  let from = null;
  let chosen = null;
  drawn.addEventListener("pointerdown", (event) => {
    if (event.button === 0) from = event.clientX;
  });
  drawn.addEventListener("dragstart", (event) => event.preventDefault());
  drawn.addEventListener("pointermove", (event) => {
    if (from === null || Math.abs(event.clientX - from) < 5) return;
    if (!chosen) {
      chosen = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      chosen.setAttribute("class", "dragged");
      chosen.setAttribute("height", "100%");
      drawn.append(chosen);
      drawn.setPointerCapture(event.pointerId);
    }
    const left = drawn.getBoundingClientRect().left;
    chosen.setAttribute("x", Math.min(from, event.clientX) - left);
    chosen.setAttribute("width", Math.abs(event.clientX - from));
  });
  drawn.addEventListener("pointerup", (event) => {
    if (chosen) {
      const ends = [dayAt(drawn, from), dayAt(drawn, event.clientX)].sort();
      show(...ends);
    }
    from = null;
  });
  drawn.addEventListener("pointercancel", () => {
    chosen?.remove();
    from = chosen = null;
  });
  drawn.addEventListener("click", (event) => {
    if (chosen) event.preventDefault();
  });
}
