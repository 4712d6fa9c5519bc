// How far reading is: the page is asked for anew as long as it changes, and what it shows put in place.
"use strict";

const SECOND = 1000;
let tag = null;

async function renewed() {
  const answer = await fetch(location.href, { headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store" });
  if (answer.status === 304) return true;
  if (!answer.ok) return answer.status >= 500;
  tag = answer.headers.get("ETag");
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const old = document.getElementById("job");
  const made = fresh.getElementById("job");
  if (!made) return false;
  if (made.dataset.address === undefined) {
    location.reload();
    return false;
  }
  document.title = fresh.title;
  const going = document.querySelector(".going");
  const further = fresh.querySelector(".going");
  if (going && further) going.replaceChildren(...further.childNodes);
  if (!old.contains(document.activeElement)) old.replaceWith(made);
  else for (const id of ["phase", "read", "waiting"]) put(id, made);
  return true;
}

// Where somebody stands in the list with the keyboard, only numbers are put in place.
function put(id, made) {
  const fresh = made.querySelector(`#${id}`);
  const old = document.getElementById(id);
  if (fresh && old) old.textContent = fresh.textContent;
}

async function follow() {
  let goesOn = true;
  try {
    if (!document.hidden) goesOn = await renewed();
  } catch {
    // The server is away; it is asked again.
  }
  if (goesOn) setTimeout(follow, SECOND);
}

setTimeout(follow, SECOND);
