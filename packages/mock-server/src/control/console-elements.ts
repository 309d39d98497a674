/**
 * The first half of the console's script: elements, and calls of the control API.
 *
 * @remarks Whatever is shown goes through `textContent`; nothing is ever parsed as HTML.
 */
export const consoleElements = `
'use strict';
const byId = (id) => document.getElementById(id);

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const child of children) {
    if (child === undefined || child === null || child === '') continue;
    made.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return made;
}

function button(label, press, className) {
  const made = element('button', className, label);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

const chip = (text, tone) => element('span', 'chip ' + tone, text);
const line = (...children) => element('div', 'line', ...children);
const empty = (text) => element('p', 'empty', text);

function time(at) {
  const made = element('time', '', new Date(at).toISOString().slice(11, 19));
  made.title = new Date(at).toISOString();
  return made;
}

function toneOf(status) {
  if (status === 0 || status >= 500) return 'bad';
  return status >= 400 ? 'warn' : 'good';
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function headerText(headers) {
  return Object.entries(headers)
    .map(([name, value]) => [value].flat().map((one) => name + ': ' + one).join('\\n'))
    .join('\\n');
}

// What went wrong when a button was pressed; stays until one works.
let complaint = '';

function trouble(message) {
  byId('trouble').hidden = message === '';
  byId('trouble').textContent = message;
}

async function call(method, path, body) {
  const init = { method, headers: {} };
  if (body !== undefined) {
    init.headers['content-type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  const response = await fetch('/__mock' + path, init);
  if (response.status === 204) return undefined;
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer;
}

// Does what a button asks for, then shows the new state at once.
async function act(method, path, body) {
  try {
    const answer = await call(method, path, body);
    complaint = '';
    await refresh();
    return answer;
  } catch (error) {
    complaint = error.message;
    trouble(complaint);
    return undefined;
  }
}

function formValues(form) {
  const entries = [...new FormData(form)].filter(([, value]) => value !== '');
  return Object.fromEntries(entries);
}
`;
