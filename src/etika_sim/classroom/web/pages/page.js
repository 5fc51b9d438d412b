(function () {
"use strict";
if (!window.fetch || !window.URLSearchParams || !window.FormData) return; // plain forms do as well
var d = document, main = d.getElementById("main"), live = d.getElementById("live");
var link = d.getElementById("link"), note = d.getElementById("note");
var v = main.getAttribute("data-v"), said = "", source = null, heard = 0, opened = 0;
var reading = false, again = false, timer = 0, tried = false, KEY = "etika-code";
d.documentElement.className = "js";
history.replaceState(null, "", location.pathname); // a refusal is read once, not at every reload

function store(value) { try { if (value) localStorage.setItem(KEY, value); return localStorage.getItem(KEY); } catch (e) { return null; } }
function unstore() { try { localStorage.removeItem(KEY); } catch (e) { /* private windows keep nothing */ } }
function tell(message) { link.textContent = message || ""; link.hidden = !message; }
function warn(message) { note.textContent = message || ""; note.hidden = !message; }
function seated() { return !!d.getElementById("return"); }

function settled() { // what stands on the page now
  var head = d.getElementById("head"), text = head ? head.getAttribute("data-say") : "", own = d.getElementById("return");
  if (text !== said) { if (said) live.textContent = text; said = text; d.title = head.textContent; }
  if (own) store(own.getAttribute("data-code"));
  else if (!tried && store() && d.getElementById("code")) { tried = true; comeBack(store()); }
}
function comeBack(code) { // this browser had a seat here and lost its cookie
  post("/return", new URLSearchParams({ code: code })).then(function (answer) { if (answer.ok) read(); else unstore(); }).catch(function () {});
}

function put(html, version) {
  var kept = {}, open = {}, focus = d.activeElement && d.activeElement.id, list, i, one;
  list = main.querySelectorAll("input[id],textarea[id],select[id]");
  for (i = 0; i < list.length; i++) { one = list[i]; if (changed(one)) kept[one.id] = [one.value, one.checked]; }
  list = main.querySelectorAll("details[id]");
  for (i = 0; i < list.length; i++) open[list[i].id] = list[i].open;
  var ballot = main.querySelector("#ballot form"), was = ballot && ballot.id;
  main.innerHTML = html; v = version; main.setAttribute("data-v", v);
  ballot = main.querySelector("#ballot form");
  for (var id in kept) {
    one = d.getElementById(id);
    if (!one || (one.closest("#ballot") && (!ballot || ballot.id !== was))) continue;
    if (one.type === "radio" || one.type === "checkbox") one.checked = kept[id][1]; else one.value = kept[id][0];
  }
  for (id in open) { one = d.getElementById(id); if (one && one.tagName === "DETAILS") one.open = open[id]; }
  if (focus) { one = d.getElementById(focus) || d.getElementById("head"); if (one) one.focus({ preventScroll: true }); }
  settled();
}
function changed(one) {
  if (one.type === "radio" || one.type === "checkbox") return one.checked !== one.defaultChecked;
  if (one.tagName === "SELECT") return !one.options[one.selectedIndex].defaultSelected && one.selectedIndex > 0;
  return one.value !== one.defaultValue;
}
function forget(form) { // what was sent is no longer being written
  var list = form.querySelectorAll("input[id],textarea[id]"), one;
  for (var i = 0; i < list.length; i++) {
    one = list[i];
    var clears = form.hasAttribute("data-clear");
    if (one.type === "radio" || one.type === "checkbox") { if (clears) one.checked = false; one.defaultChecked = one.checked; }
    else if (clears) one.value = one.defaultValue; else one.defaultValue = one.value;
  }
}

function limited(path, options) { // a fetch that gives up
  var stop = window.AbortController ? new AbortController() : null;
  if (stop) { options.signal = stop.signal; setTimeout(function () { stop.abort(); }, 8000); }
  options.cache = "no-store"; options.credentials = "same-origin";
  return fetch(path, options);
}
function read() {
  if (reading) { again = true; return; }
  reading = true;
  limited("/state?v=" + encodeURIComponent(v), { headers: { Accept: "text/html" } }).then(function (r) {
    tell("");
    if (r.status !== 200) return null;
    return r.text().then(function (html) { put(html, r.headers.get("X-Version")); });
  }).catch(function () { tell(link.getAttribute("data-offline")); }).then(function () {
    reading = false;
    if (again) { again = false; read(); }
  });
}

function listen() {
  if (!window.EventSource || d.hidden || source || !seated()) return;
  opened = Date.now();
  source = new EventSource("/events");
  source.onmessage = function (e) { heard = Date.now(); if (e.data !== v) read(); };
}
function hush() { if (source) source.close(); source = null; heard = 0; }
function tick() {
  clearTimeout(timer);
  timer = setTimeout(tick, 2000 + Math.random() * 1000);
  if (d.hidden) return;
  var now = Date.now();
  if (source && now - Math.max(heard, opened) > 35000) hush();
  if (!source && now - opened > 20000) listen();
  if (!source || !heard) read();
}
function woken() { if (d.hidden) { hush(); return; } hush(); read(); listen(); tick(); }
d.addEventListener("visibilitychange", woken);
window.addEventListener("pageshow", function (e) { if (e.persisted) woken(); });
window.addEventListener("online", woken);
window.addEventListener("offline", function () { tell(link.getAttribute("data-offline")); });

function post(path, body) {
  return limited(path, { method: "POST", body: body, headers: { Accept: "application/json" } }).then(function (r) { return r.json(); });
}
d.addEventListener("submit", function (e) {
  var form = e.target, path = form.getAttribute("action");
  if (form.hasAttribute("data-plain")) return;
  e.preventDefault();
  if (form.getAttribute("aria-busy")) return;
  form.setAttribute("aria-busy", "true"); warn("");
  var button = form.querySelector("button"); button.setAttribute("aria-disabled", "true");
  deliver(form, path, new URLSearchParams(new FormData(form)), 1000);
});
function deliver(form, path, body, wait) { // until it is kept or refused; the nonce makes it count once
  post(path, body).then(function (answer) {
    tell("");
    if (answer.reason === "not-kept" || answer.reason === "too-many") throw answer;
    form.removeAttribute("aria-busy"); form.querySelector("button").removeAttribute("aria-disabled");
    if (answer.ok) forget(form); else warn(answer.say);
    read(); listen();
  }).catch(function () {
    tell(link.getAttribute("data-sending"));
    setTimeout(function () { deliver(form, path, body, Math.min(wait * 2, 8000)); }, wait + Math.random() * 500);
  });
}

settled(); listen(); tick();
})();
