// Reports dropped anywhere on the page, and sent with a word on how far that is. What is refused stays chosen.
"use strict";

const form = document.querySelector(".send");
const input = document.getElementById("files");
const list = document.querySelector(".chosen");
const MOST_SHOWN = 12;
let dropped = [];

for (const each of document.querySelectorAll(".scripted")) each.hidden = false;

function chosen() {
  return dropped.length ? dropped : [...input.files].map((file) => ({ file, name: file.webkitRelativePath || file.name }));
}

function show() {
  const files = chosen();
  input.required = dropped.length === 0;
  const lines = files.slice(0, MOST_SHOWN).map(({ name }) => name);
  if (files.length > MOST_SHOWN) lines.push(`and ${files.length - MOST_SHOWN} more`);
  list.replaceChildren(...lines.map((words) => {
    const line = document.createElement("li");
    const name = document.createElement("bdi");
    name.textContent = words;
    line.append(name);
    return line;
  }));
}

input?.addEventListener("change", () => {
  dropped = [];
  show();
});

// The files in what was dropped; folders are gone through.
async function filesIn(entry, path) {
  if (entry.isFile) {
    const file = await new Promise((found, failed) => entry.file(found, failed));
    return [{ file, name: path + file.name }];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((read, failed) => reader.readEntries(read, failed));
    if (some.length === 0) return found;
    for (const each of some) {
      if (!each.name.startsWith(".")) found.push(...(await filesIn(each, `${path}${entry.name}/`)));
    }
  }
}

function hasFiles(event) {
  return form && [...(event.dataTransfer?.types ?? [])].includes("Files");
}

document.addEventListener("dragover", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  form.classList.add("dropping");
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) form?.classList.remove("dropping");
});
document.addEventListener("drop", async (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  form.classList.remove("dropping");
  const plain = [...event.dataTransfer.files].map((file) => ({ file, name: file.name }));
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const found = entries.length ? (await Promise.all(entries.map((each) => filesIn(each, "")))).flat() : plain;
  dropped = [...chosen(), ...found];
  input.value = "";
  show();
  form.querySelector("button").focus();
});

function tell(element, words, isWrong) {
  element.textContent = words;
  element.setAttribute("role", isWrong ? "alert" : "status");
}

function send(target) {
  const said = target.querySelector(".sending");
  const button = target.querySelector("button");
  const body = new FormData(target);
  if (target === form) {
    body.delete("files");
    for (const { file, name } of chosen()) body.append("files", file, name);
  }
  const asking = new XMLHttpRequest();
  asking.open("POST", target.action);
  asking.setRequestHeader("Accept", "application/json");
  asking.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) tell(said, `Sending: ${Math.round((100 * event.loaded) / event.total)} %`, false);
  });
  const failed = (words) => {
    button.disabled = false;
    tell(said, words, true);
  };
  asking.addEventListener("error", () => failed("It could not be sent: the server does not answer, or takes no more than 200 MB at once."));
  asking.addEventListener("load", () => {
    if (asking.status < 400) {
      location.assign(asking.responseURL);
      return;
    }
    let why = "It could not be sent.";
    try {
      why = JSON.parse(asking.responseText).why;
    } catch {
      // An answer without words.
    }
    failed(why);
  });
  button.disabled = true;
  tell(said, "Sending", false);
  asking.send(body);
}

for (const each of document.querySelectorAll(".send")) {
  each.addEventListener("submit", (event) => {
    event.preventDefault();
    send(each);
  });
}
