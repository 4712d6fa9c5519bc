// Keys for the whole workbench: "/" leads to the search field, "?" shows what keys there are where a page has such a list.
"use strict";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
  if (event.key === "/") {
    const field = document.querySelector("input[type=search]");
    if (field) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  } else if (event.key === "?") {
    const list = document.querySelector("details.keys");
    if (list) {
      list.open = !list.open;
      list.querySelector("summary").focus();
    }
  }
});
