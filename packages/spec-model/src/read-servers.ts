import type { ApiServer, JsonObject, JsonValue } from './api-model.ts';
import { compact, listOf, member, textOf } from './json-reader.ts';

/** The base URLs, variables replaced by their defaults; a URL that is only `/` says nothing. */
export function readServers(document: JsonObject): ApiServer[] {
  return listOf(document, 'servers')
    .map((server) => compact({ url: urlOf(server), description: textOf(server, 'description') }))
    .filter((server) => server.url !== '');
}

function urlOf(server: JsonValue): string {
  const variables = member(server, 'variables');
  return (textOf(server, 'url') ?? '')
    .replace(/\{([^{}]+)\}/g, (whole, name: string) => {
      const standard = member(member(variables, name), 'default');
      return standard === undefined ? whole : String(standard);
    })
    .replace(/\/+$/, '');
}
