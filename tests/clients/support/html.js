// Just enough of HTML to read our own pages' forms and headings without a browser.

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decode(text) {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name) => {
    if (name[0] !== '#') return entities[name] ?? whole;
    const number = name[1].toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return String.fromCodePoint(number);
  });
}

function attributes(tag) {
  const found = {};
  for (const [, name, value] of tag.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g)) found[name] = decode(value ?? '');
  return found;
}

/** The forms of a page: id, method, action, fields with their values, names of the buttons. */
export function forms(html) {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head, body]) => {
    const { id, method = 'get', action = '' } = attributes(head);
    const fields = {};
    for (const [tag] of body.matchAll(/<input\b[^>]*>/g)) {
      const { name, value = '' } = attributes(tag);
      if (name) fields[name] = value;
    }
    const buttons = [...body.matchAll(/<button\b[^>]*>/g)]
      .map(([tag]) => attributes(tag))
      .filter((button) => button.name);
    return { id, method: method.toLowerCase(), action, fields, buttons };
  });
}

const words = (html) => decode(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim();

/** The heading of a page. */
export function heading(html) {
  const found = /<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(html);
  return found ? words(found[1]) : '';
}

/** What a page says is wrong. */
export function problem(html) {
  const found = /id="problem"[^>]*>([\s\S]*?)<\/div>\s*<\/div>/.exec(html);
  return found ? words(found[1]) : '';
}
