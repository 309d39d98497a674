/** `hostname` of RFC 1123, section 2.1. */
export function isHostname(text: string): boolean {
  return text.length <= 253 && text.split('.').every(isLabel);
}

/** A `Mailbox` of RFC 5321 and 6531, section 4.1.2; its domain is an address or has a dot. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64 || text.length > 320) return false;
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  return (isDotAtom(local) || isQuoted(local)) && (isMailDomain(domain) || isAddress(domain));
}

/** A dotted quad of RFC 2673, section 3.2. */
export function isIpv4(text: string): boolean {
  const parts = text.split('.', 5);
  return (
    parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && +part < 256)
  );
}

/** An address of RFC 4291, section 2.2. */
export function isIpv6(text: string): boolean {
  if (text.length > 45) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  // The last 32 bits may be written as in IPv4.
  const isMixed = last.includes('.') && text.endsWith(last);
  const hex = isMixed ? groups.slice(0, -1) : groups;
  const count = hex.length + (isMixed ? 2 : 0);
  if (isMixed && !isIpv4(last)) return false;
  return (halves.length === 2 ? count <= 7 : count === 8) && hex.every(isHexGroup);
}

function isHexGroup(group: string): boolean {
  return /^[\da-f]{1,4}$/i.test(group);
}

function isLabel(label: string): boolean {
  return label.length <= 63 && /^[a-z\d-]+$/i.test(label) && !/^-|-$/.test(label);
}

function isDotAtom(local: string): boolean {
  return local.split('.').every((atom) => /^[\w!#$%&'*+/=?^`{|}~\u0080-\uffff-]+$/.test(atom));
}

function isQuoted(local: string): boolean {
  return /^"(?:[^"\\\r\n]|\\.)*"$/.test(local);
}

// Beyond ASCII, a label is taken as it is: whether it can be registered is another question.
function isMailDomain(domain: string): boolean {
  return domain.includes('.') && isHostname(domain.replace(/[\u00a1-\uffff]/g, 'x'));
}

function isAddress(domain: string): boolean {
  if (!domain.startsWith('[') || !domain.endsWith(']')) return false;
  const address = domain.slice(1, -1);
  return isIpv4(address) || (/^IPv6:/i.test(address) && isIpv6(address.slice(5)));
}
