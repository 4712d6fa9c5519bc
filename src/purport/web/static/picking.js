// Words selected in the text become the characters that a correction names.
"use strict";

const text = document.getElementById("picked-from");

// Code points before a place in the text: offsets of the record are code points, those of a browser are not. Where the words shown are not
// those of the report, since some are folded or spelt out, nothing can be picked.
function offset(node, at) {
  const part = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!part || part.dataset.exact === "false") return null;
  const range = document.createRange();
  range.setStart(part, 0);
  range.setEnd(node, at);
  return Number(part.dataset.start) + [...range.toString()].length;
}

let picked = null;

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  if (text.contains(range.startContainer) && text.contains(range.endContainer)) {
    const ends = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
    picked = ends.includes(null) ? null : ends.join("-");
  }
});

for (const field of document.querySelectorAll("[data-pick]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  button.textContent = "take the selected words";
  button.addEventListener("click", () => {
    said.textContent = picked ? "" : "Select words in the text above first; where some are folded, show them before.";
    if (!picked) return;
    field.value = field.name === "content" && field.value.trim() ? `${field.value}, ${picked}` : picked;
    document.querySelector("[name=decision][value=correct]").checked = true;
  });
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  field.closest("label").after(" ", button, " ", said);
}
