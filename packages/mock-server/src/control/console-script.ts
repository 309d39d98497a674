/** The second half of the console's script: what each list shows, and what each button does. */
export const consoleScript = `
const shown = {};
const opened = new Set();

// Rebuilds a list only when its data changed, so that focus and selection survive.
function show(name, rows, draw, nothing) {
  const text = JSON.stringify(rows);
  if (shown[name] === text) return;
  shown[name] = text;
  byId(name + '-count').textContent = rows.length === 0 ? '' : String(rows.length);
  const drawn = rows.slice(-200).map(draw);
  // Faults strike in their order; of all else the newest matters most.
  if (name !== 'faults') drawn.reverse();
  byId(name).replaceChildren(...(drawn.length === 0 ? [empty(nothing)] : drawn));
}

function expandable(id, summary, texts) {
  const made = element('details', '', element('summary', '', summary));
  made.open = opened.has(id);
  for (const text of texts) if (text) made.append(element('pre', '', text));
  made.addEventListener('toggle', () => (made.open ? opened.add(id) : opened.delete(id)));
  return made;
}

function drawRequest(entry, index) {
  const summary = line(
    time(entry.at),
    element('code', 'method', entry.method),
    element('code', 'path grow', entry.path),
    element('span', 'quiet', entry.operation || 'no operation'),
    chip(entry.status === 0 ? 'reset' : entry.status, toneOf(entry.status)),
  );
  const sent = headerText(entry.requestHeaders);
  const answered = headerText(entry.responseHeaders);
  return expandable(entry.id || 'reset ' + entry.at + ' ' + index, summary, [
    sent + (entry.requestBody ? '\\n\\n' + pretty(entry.requestBody) : ''),
    answered + (entry.responseBody ? '\\n\\n' + pretty(entry.responseBody) : ''),
  ]);
}

function drawKey(key) {
  const tone = { active: 'good', expired: 'warn' }[key.status] || 'bad';
  const top = line(
    element('strong', 'grow', key.name),
    chip(key.mode, key.mode === 'live' ? 'warn' : 'good'),
    chip(key.status, tone),
  );
  const revoke = () => act('POST', '/keys/' + encodeURIComponent(key.id) + '/revoke');
  const expiry = key.expiresAt ? ', until ' + new Date(key.expiresAt).toISOString() : '';
  const bottom = line(
    element('span', 'quiet grow', key.id + ', ' + key.plan + expiry + ': ' + key.permissions.join(' ')),
    key.status === 'active' ? button('Revoke', revoke, 'danger') : '',
  );
  return element('div', '', top, bottom);
}

function drawFault(fault) {
  const { times, operation, ...rest } = fault;
  return line(
    element('strong', '', operation || [fault.method, fault.path].filter(Boolean).join(' ') || 'any operation'),
    element('code', 'grow', JSON.stringify(rest)),
    element('span', 'quiet', times === 'always' ? 'always' : (times || 1) + ' left'),
  );
}

function drawDelivery(delivery) {
  const tone = { delivered: 'good', recorded: 'good', pending: 'warn' }[delivery.status] || 'bad';
  const summary = line(
    time(delivery.attemptedAt),
    element('strong', '', delivery.event),
    element('code', 'path grow', delivery.url),
    chip(delivery.status, tone),
  );
  return expandable(delivery.id, summary, [
    headerText(delivery.headers) + '\\n\\n' + pretty(delivery.body),
  ]);
}

function showState(state) {
  document.title = state.api.title + ' mock';
  byId('title').textContent = state.api.title + ' mock';
  byId('base-url').textContent = location.origin + new URL(state.baseUrl).pathname;
  byId('operations').textContent = state.api.operations.length + ' operations, version ' + state.api.version;
  byId('now').textContent = state.now.slice(0, 19).replace('T', ' ') + ' UTC';
  if (byId('operation-ids').childElementCount === state.api.operations.length) return;
  const options = state.api.operations.map((id) => Object.assign(element('option'), { value: id }));
  byId('operation-ids').replaceChildren(...options);
}

async function refresh() {
  const paths = ['/state', '/requests', '/keys', '/faults', '/webhooks'];
  const [state, requests, keys, faults, webhooks] = await Promise.all(
    paths.map((path) => call('GET', path)),
  );
  showState(state);
  show('requests', requests.data, drawRequest, 'No request yet. Call the mock and it shows up here.');
  show('keys', keys.data, drawKey, 'No key.');
  show('faults', faults.data, drawFault, 'No fault: every request is answered as it should be.');
  show('webhooks', webhooks.data, drawDelivery, 'No delivery. Create a webhook endpoint, then change something.');
  const [violation] = state.violations;
  const refused = ' tried to answer what the document does not describe: ';
  trouble(complaint || (violation ? violation.operation + refused + violation.fault : ''));
}

byId('key-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const { permissions = '', ...values } = formValues(event.target);
  const scopes = permissions.split(/[\\s,]+/).filter(Boolean);
  const key = await act('POST', '/keys', { ...values, permissions: scopes, name: 'Made in the console' });
  if (key === undefined) return;
  const [, secret, copy] = byId('secret').children;
  secret.textContent = key.secret;
  copy.onclick = () => navigator.clipboard.writeText(key.secret);
  byId('secret').hidden = false;
});

byId('fault-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const { answer, operation, ...numbers } = formValues(event.target);
  const fault = {};
  if (answer === 'reset') fault.error = 'reset';
  else if (answer) fault.status = Number(answer);
  for (const [name, value] of Object.entries(numbers)) fault[name] = Number(value);
  act('POST', '/faults', operation ? { operation, ...fault } : fault);
});

for (const advance of document.querySelectorAll('[data-advance]')) {
  const seconds = Number(advance.dataset.advance);
  advance.addEventListener('click', () => act('POST', '/clock/advance', { seconds }));
}
byId('clear-requests').addEventListener('click', () => act('DELETE', '/requests'));
byId('clear-faults').addEventListener('click', () => act('DELETE', '/faults'));
byId('reset').addEventListener('click', () => {
  if (!confirm('Reset the mock? Keys and data made since it started are lost.')) return;
  byId('secret').hidden = true;
  act('POST', '/reset');
});

async function poll() {
  if (!document.hidden) {
    await refresh().catch(() => trouble('The mock does not answer. Is it still running?'));
  }
  setTimeout(poll, 1000);
}
poll();
`;
