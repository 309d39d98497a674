import { isEmail } from './format-host.ts';
import { isDateTime } from './format-time.ts';
import { isUri, isUriReference } from './format-uri.ts';

/** What named formats say of texts and numbers; each is decided in linear time. */
export interface Formats {
  readonly texts: { readonly [name: string]: (text: string) => boolean };
  readonly numbers: { readonly [name: string]: (value: number) => boolean };
}

/** The formats of the document that comes with the package. */
export const ownFormats: Formats = {
  texts: {
    'date-time': isDateTime,
    email: isEmail,
    uri: isUri,
    'uri-reference': isUriReference,
    'json-pointer': (text) => /^(?:\/(?:[^~/]|~[01])*)*$/.test(text),
  },
  numbers: {
    int32: (value) => Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31,
    int64: (value) => Number.isInteger(value) && value >= -(2 ** 63) && value <= 2 ** 63,
  },
};
