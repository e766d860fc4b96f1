// Small comforts for the pages; everything works without them. Words come from data attributes.
'use strict';

// Show and hide a password. The button is hidden until this script can serve it.
for (const button of document.querySelectorAll('[data-reveal]')) {
  const input = document.getElementById(button.dataset.reveal);
  const show = (visible) => {
    input.type = visible ? 'text' : 'password';
    button.classList.toggle('reveal-active', visible);
    button.setAttribute('aria-label', visible ? button.dataset.labelHide : button.dataset.labelShow);
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    const { selectionStart, selectionEnd } = input;
    show(input.type === 'password');
    input.focus();
    input.setSelectionRange(selectionStart, selectionEnd);
  });
  // A password manager saves password fields only, and nobody wants it in the form history.
  input.form.addEventListener('submit', () => show(false));
}

// Tick the password rules while typing.
const checks = {
  minimum_length: (password, rule) => [...password].length >= Number(rule.dataset.length),
  lowercase: (password) => /[a-z]/.test(password),
  uppercase: (password) => /[A-Z]/.test(password),
  number: (password) => /[0-9]/.test(password),
  symbol: (password) => /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|\S .*\S/.test(password),
  no_edge_space: (password) => password !== '' && password.trim() === password,
};
for (const input of document.querySelectorAll('[data-rules]')) {
  const list = document.getElementById(input.dataset.rules);
  const update = () => {
    for (const rule of list.querySelectorAll('[data-rule]')) {
      const check = checks[rule.dataset.rule];
      if (!check) continue;
      const satisfied = check(input.value, rule);
      rule.classList.toggle('rule-satisfied', satisfied);
      rule.classList.toggle('passwordCheck-valid-customizable', satisfied);
      // While somebody is still typing, a rule that is not kept yet is no mistake.
      rule.classList.remove('rule-missing', 'passwordCheck-notValid-customizable');
      rule.querySelector('[data-verdict]').textContent =
        (satisfied ? list.dataset.satisfied : list.dataset.missing) + ' ';
    }
  };
  input.addEventListener('input', update);
  if (input.value) update();
}

// Proof of work, where a form is attacked: a number so that the SHA-256 of `seed:number` begins with zero bits. It is
// looked for while the person types, in pieces that leave the page alive; a form that is sent earlier waits for it, but not
// for ever: without a number the server waits instead.
for (const form of document.querySelectorAll('form[data-work]')) {
  const below = 2 ** (32 - Number(form.dataset.bits));
  const field = form.elements.work;
  const hash = firstWord();
  let number = 0;
  let isOver = false;
  let pressed;
  // What the browser has kept of an earlier page is of another seed.
  field.value = '';
  const look = () => {
    if (pressed && performance.now() > pressed.until) return over('');
    for (const until = performance.now() + 12; performance.now() < until; ) {
      for (const last = number + 64; number < last; number += 1) {
        if (hash(`${form.dataset.work}:${number}`) < below) return over(number);
      }
    }
    setTimeout(look);
  };
  const over = (found) => {
    field.value = found;
    isOver = true;
    form.removeAttribute('aria-busy');
    if (pressed) (pressed.button ?? form.querySelector('[type=submit]')).click();
  };
  form.addEventListener('submit', (event) => {
    if (isOver) return;
    // Before whatever else waits for this: the form is not sent yet.
    event.preventDefault();
    event.stopImmediatePropagation();
    form.setAttribute('aria-busy', 'true');
    pressed = { button: event.submitter, until: pressed?.until ?? performance.now() + 15000 };
  });
  // Whoever goes elsewhere meanwhile does not want it any more.
  window.addEventListener('pagehide', () => {
    pressed = undefined;
    form.removeAttribute('aria-busy');
  });
  look();
}

// The first word of the SHA-256 of a text of at most 55 ASCII characters (FIPS 180-4 §6.2): one block.
function firstWord() {
  const isPrime = (n) => { for (let d = 2; d * d <= n; d += 1) if (n % d === 0) return false; return true; };
  const primes = [];
  for (let n = 2; primes.length < 64; n += 1) if (isPrime(n)) primes.push(n);
  const fraction = (x) => (x - Math.floor(x)) * 2 ** 32;
  const start = new Uint32Array(primes.slice(0, 8).map((p) => fraction(Math.sqrt(p))));
  const constants = new Uint32Array(primes.map((p) => fraction(Math.cbrt(p))));
  const w = new Uint32Array(64);
  const turn = (x, by) => (x >>> by) | (x << (32 - by));
  return (text) => {
    w.fill(0, 0, 16);
    for (let i = 0; i <= text.length; i += 1) w[i >> 2] |= (i < text.length ? text.charCodeAt(i) : 0x80) << (24 - 8 * (i & 3));
    w[15] = text.length * 8;
    for (let i = 16; i < 64; i += 1) {
      const x = w[i - 15];
      const y = w[i - 2];
      w[i] = w[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = start;
    for (let i = 0; i < 64; i += 1) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[i] + w[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    return (a + start[0]) >>> 0;
  };
}

// Send a form once, however often the button is pressed; the button itself stays enabled, because a
// disabled one would not be part of what is sent.
for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
    form.setAttribute('aria-busy', 'true');
    // Somebody who stopped the page, or lost the network, must be able to press again.
    setTimeout(release, 10000, form);
  });
}
function release(form) {
  delete form.dataset.sent;
  form.removeAttribute('aria-busy');
}

// The back button may bring the page back as it was left.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) document.querySelectorAll('form[data-once]').forEach(release);
});

// A form that takes the person to another site by itself. Whoever comes back from there with the back button wanted
// to be here, so then the button waits to be pressed.
for (const form of document.querySelectorAll('form[data-submit-now]')) {
  const [entry] = performance.getEntriesByType('navigation');
  if (entry?.type !== 'back_forward') form.requestSubmit();
}

// Copy a text of the page, and print it. Both buttons are hidden until this script can serve them.
for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) continue;
  const label = button.querySelector('.button-label');
  const before = label.textContent;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copy);
    const lines = [...source.querySelectorAll('li')].map((line) => line.textContent.trim());
    try {
      await navigator.clipboard.writeText(lines.length ? lines.join('\n') : source.textContent.trim());
      label.textContent = button.dataset.labelCopied;
      setTimeout(() => { label.textContent = before; }, 2000);
    } catch {
      getSelection().selectAllChildren(source);
    }
  });
}
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// Passkeys: asks the browser, and posts what it says.
{
  const form = document.querySelector('form[data-passkey]');
  const able = form && window.isSecureContext && window.PublicKeyCredential && navigator.credentials;
  if (able) begin();
  else if (form && form.dataset.autofill === undefined) say(form.dataset.unsupported);

  function say(words) {
    const status = form.querySelector('[data-passkey-status]');
    status.textContent = words;
  }

  function begin() {
    const button = form.querySelector('[data-passkey-button]');
    let asking;
    button.hidden = false;
    button.addEventListener('click', () => ask());
    offerInAutofill();

    // Where the browser can, passkeys stand among the names that it offers for the name field.
    async function offerInAutofill() {
      if (form.dataset.autofill === undefined) return;
      const possible = await PublicKeyCredential.isConditionalMediationAvailable?.();
      if (possible && !asking) ask('conditional');
    }

    async function ask(mediation) {
      // One question at a time: the one that waits in the name field makes room for the button's.
      const before = asking;
      const mine = (asking = new AbortController());
      before?.abort();
      await before?.over;
      let over;
      mine.over = new Promise((resolve) => { over = resolve; });
      if (!mediation) say('');
      try {
        const options = { publicKey: decoded(JSON.parse(form.dataset.options)), signal: mine.signal };
        const credential = form.dataset.passkey === 'create'
          ? await navigator.credentials.create(options)
          : await navigator.credentials.get(mediation ? { ...options, mediation } : options);
        form.elements.credential.value = JSON.stringify(encoded(credential));
        form.submit();
      } catch (error) {
        if (mine.signal.aborted || mediation) return;
        asking = undefined;
        if (error.name === 'NotAllowedError' || error.name === 'AbortError') say(form.dataset.cancelled);
        else if (error.name === 'InvalidStateError') say(form.dataset.there);
        else say(form.dataset.unsupported);
        offerInAutofill();
      } finally {
        over();
      }
    }
  }

  function bytes(text) {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  }

  function text(buffer) {
    const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
    return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  }

  // Web Authentication §5.1.8 and §5.1.9, for browsers that do not have them.
  function decoded(options) {
    const list = (descriptors) => descriptors?.map((one) => ({ ...one, id: bytes(one.id) }));
    return {
      ...options,
      challenge: bytes(options.challenge),
      ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
      ...(options.allowCredentials && { allowCredentials: list(options.allowCredentials) }),
      ...(options.excludeCredentials && { excludeCredentials: list(options.excludeCredentials) }),
    };
  }

  function encoded({ rawId, type, authenticatorAttachment, response }) {
    const part = (name) => (response[name] ? { [name]: text(response[name]) } : {});
    return {
      id: text(rawId),
      rawId: text(rawId),
      type,
      authenticatorAttachment,
      clientExtensionResults: {},
      response: {
        ...part('clientDataJSON'),
        ...part('attestationObject'),
        ...part('authenticatorData'),
        ...part('signature'),
        ...part('userHandle'),
        ...(response.getTransports && { transports: response.getTransports() }),
      },
    };
  }
}
