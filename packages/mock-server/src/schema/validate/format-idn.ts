/** `idn-hostname` of RFC 5890, without the rules of single scripts. */
export function isIdnHostname(text: string): boolean {
  return text.length <= 253 && text.split(/[.\u3002\uff0e\uff61]/).every(isLabel);
}

function isLabel(label: string): boolean {
  return (
    label.length <= 63 &&
    /^(?:[\p{L}\p{N}\p{M}\u00b7\u0375\u05f3\u05f4\u30fb-]|\u200c|\u200d)+$/u.test(label) &&
    !/^[-\p{M}]|-$/u.test(label) &&
    // Hyphens in the third and fourth place are left to encodings.
    (/^xn--/i.test(label) || label.slice(2, 4) !== '--')
  );
}
