// Passkeys: asks the browser, and posts what it says. Words come from data attributes.
'use strict';

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
