import {
  type ApiModel,
  type JsonObject,
  listOf,
  member,
  type SecurityScheme,
  textOf,
} from '@product/spec-model';
import { code } from '../text/doc-comment.ts';
import { stringLiteral } from '../text/literal.ts';
import { findKeyForm } from './find-key-form.ts';

/** How a client sends its key. */
export interface CredentialPlan {
  /** Expression that makes a credential of a key: `bearer`. */
  readonly code: string;
  /** Functions of the runtime that it names. */
  readonly uses: readonly string[];
  /** What a key is, for the reader of the docs: `sent as a bearer token`. */
  readonly told: string;
}

const BEARER: CredentialPlan = {
  code: 'bearer',
  uses: ['bearer'],
  told: 'sent as a bearer token',
};

/**
 * Finds how a key is sent: by the first alternative of the document's security that one key can serve.
 *
 * @remarks A document that states none, or none but schemes that no key serves, gets a bearer token. Of
 * schemes that must hold together the first counts: the others' headers are the user's to give.
 */
export function findCredential(model: ApiModel, document: JsonObject): CredentialPlan {
  for (const name of schemeNames(model, document)) {
    const scheme = Object.hasOwn(model.securitySchemes, name)
      ? model.securitySchemes[name]
      : undefined;
    const found = scheme && planScheme(scheme, model);
    if (found) return withCheck(found, findKeyForm(scheme));
  }
  return BEARER;
}

/** Whether some operation cannot be called without a credential. */
export function needsCredential({ operations }: ApiModel): boolean {
  return operations.some(
    ({ security }) =>
      security.length > 0 && security.every((schemes) => Object.keys(schemes).length > 0),
  );
}

function withCheck(plan: CredentialPlan, form: string | undefined): CredentialPlan {
  if (form === undefined) return plan;
  return { ...plan, code: `checked(${plan.code}, ${form})`, uses: [...plan.uses, 'checked'] };
}

/** Names of schemes, those of the root first, then those of operations, then the others. */
function schemeNames(model: ApiModel, document: JsonObject): string[] {
  const root = listOf(document, 'security').flatMap((one) => Object.keys(Object(one)));
  const own = model.operations.flatMap(({ security }) => security.flatMap(Object.keys));
  return [...root, ...own, ...Object.keys(model.securitySchemes)];
}

function planScheme(scheme: SecurityScheme, model: ApiModel): CredentialPlan | undefined {
  if (scheme.type === 'http') return planHttp(scheme);
  if (scheme.type === 'apiKey') return planKey(scheme);
  if (scheme.type === 'oauth2') return planOauth(scheme, model) ?? BEARER;
  return scheme.type === 'openIdConnect' ? BEARER : undefined;
}

function planHttp({ scheme }: SecurityScheme): CredentialPlan | undefined {
  if (scheme === 'bearer') return BEARER;
  if (scheme !== 'basic') return undefined;
  return {
    code: 'basic',
    uses: ['basic'],
    told: 'a pair `key:secret`, sent as Basic authentication',
  };
}

function planKey({ in: place, name = '' }: SecurityScheme): CredentialPlan | undefined {
  if (name.toLowerCase() === 'authorization') {
    return {
      code: 'rawAuthorization',
      uses: ['rawAuthorization'],
      told: 'sent in `Authorization` as it is',
    };
  }
  if (place === undefined || name === '') return undefined;
  const where = place === 'query' ? 'query parameter' : place;
  return {
    code: `(key) => ${place}(${stringLiteral(name)}, key)`,
    uses: [place],
    told: `sent in the ${where} ${code(name)}`,
  };
}

function planOauth({ flows }: SecurityScheme, { servers }: ApiModel): CredentialPlan | undefined {
  const written = textOf(member(flows, 'clientCredentials'), 'tokenUrl');
  const base = servers[0]?.url;
  if (written === undefined || !URL.canParse(written, base)) return undefined;
  const tokenUrl = stringLiteral(new URL(written, base).href);
  return {
    code: `(client) => clientCredentials({ tokenUrl: ${tokenUrl}, client })`,
    uses: ['clientCredentials'],
    told: `a pair \`clientId:clientSecret\`, exchanged for access tokens`,
  };
}
