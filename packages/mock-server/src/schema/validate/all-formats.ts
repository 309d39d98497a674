import { isEmail, isHostname, isIpv4, isIpv6 } from './format-host.ts';
import { isIdnHostname } from './format-idn.ts';
import { isDate, isTime } from './format-time.ts';
import { isIri, isIriReference, isUri } from './format-uri.ts';
import { type Formats, ownFormats } from './formats.ts';

/**
 * The formats of JSON Schema 2020-12 (validation, section 7.3), and those of the OpenAPI format
 * registry that restrict a value.
 */
export const allFormats: Formats = {
  texts: {
    ...ownFormats.texts,
    date: isDate,
    time: isTime,
    // RFC 3339, appendix A
    duration: (text) =>
      /^P(?:\d+W|(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/.test(
        text,
      ),
    'idn-email': isEmail,
    hostname: isHostname,
    'idn-hostname': isIdnHostname,
    ipv4: isIpv4,
    ipv6: isIpv6,
    url: isUri,
    iri: isIri,
    'iri-reference': isIriReference,
    'uri-template': (text) => /^(?:[^{}\s"'<>\\^`|]|\{[^{}]+\})*$/.test(text),
    uuid: (text) => /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text),
    regex: isRegex,
    'relative-json-pointer': (text) => /^(?:0|[1-9]\d*)(?:#|(?:\/(?:[^~/]|~[01])*)*)$/.test(text),
    byte: isBase64,
    base64: isBase64,
    decimal: (text) => /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text),
  },
  numbers: ownFormats.numbers,
};

function isRegex(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);
}
