// Buttons that copy: the words of an element by its id, or an address of this workbench.
"use strict";

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy], [data-copy-address]");
  if (!button) return;
  const words = button.dataset.copy ? document.getElementById(button.dataset.copy).textContent : location.origin + button.dataset.copyAddress;
  const said = document.getElementById("copied");
  try {
    await navigator.clipboard.writeText(words);
    said.textContent = "Copied.";
  } catch {
    const range = document.createRange();
    const element = document.getElementById(button.dataset.copy ?? "citation");
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    said.textContent = "Selected: copy it with your keyboard.";
  }
});
