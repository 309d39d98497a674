/** What the console page is made of before anything is known: headings, forms, empty tables. */
export const consoleBody: string = `
<header>
  <div>
    <h1 id="title">Mock</h1>
    <p class="quiet"><code id="base-url"></code> <span id="operations"></span></p>
  </div>
  <div class="clock">
    <p><span class="quiet">Mock time</span> <strong id="now">…</strong></p>
    <p class="row" role="group" aria-label="Move time on">
      <button type="button" data-advance="60">+1 min</button>
      <button type="button" data-advance="3600">+1 hour</button>
      <button type="button" data-advance="86400">+1 day</button>
      <button type="button" data-advance="2592000">+30 days</button>
      <button type="button" id="reset" class="danger">Reset all</button>
    </p>
  </div>
</header>
<p id="trouble" role="alert" hidden></p>
<main>
  <section aria-labelledby="requests-title" class="wide">
    <div class="head">
      <h2 id="requests-title">Requests <span class="count" id="requests-count"></span></h2>
      <button type="button" id="clear-requests">Clear</button>
    </div>
    <div id="requests" class="list"></div>
  </section>
  <section aria-labelledby="keys-title">
    <div class="head"><h2 id="keys-title">Keys <span class="count" id="keys-count"></span></h2></div>
    <form id="key-form" class="row">
      <label>Mode <select name="mode"><option>test</option><option>live</option></select></label>
      <label>Plan <input name="plan" size="9" placeholder="default"></label>
      <label class="grow">Permissions <input name="permissions" value="admin:*"></label>
      <button>Create key</button>
    </form>
    <p id="secret" class="secret" hidden>
      <span>Shown once:</span> <code></code> <button type="button">Copy</button>
    </p>
    <div id="keys" class="list"></div>
  </section>
  <section aria-labelledby="faults-title">
    <div class="head">
      <h2 id="faults-title">Faults <span class="count" id="faults-count"></span></h2>
      <button type="button" id="clear-faults">Clear</button>
    </div>
    <form id="fault-form" class="row">
      <label class="grow">Operation
        <input name="operation" list="operation-ids" placeholder="all of them">
      </label>
      <datalist id="operation-ids"></datalist>
      <label>Answer
        <select name="answer">
          <option>503</option><option>500</option><option>502</option><option>504</option>
          <option>429</option><option>404</option><option value="reset">reset</option><option value="">delay only</option>
        </select>
      </label>
      <label>Times <input name="times" type="number" min="1" value="1"></label>
      <label>Retry-After <input name="retryAfter" type="number" min="0" placeholder="s"></label>
      <label>Delay <input name="delayMs" type="number" min="0" placeholder="ms"></label>
      <button>Add fault</button>
    </form>
    <div id="faults" class="list"></div>
  </section>
  <section aria-labelledby="webhooks-title">
    <div class="head">
      <h2 id="webhooks-title">Webhooks <span class="count" id="webhooks-count"></span></h2>
    </div>
    <div id="webhooks" class="list"></div>
  </section>
</main>
`;
