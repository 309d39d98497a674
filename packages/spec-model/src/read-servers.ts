import type { ApiServer, ApiServerVariable, JsonObject, JsonValue } from './api-model.ts';
import { compact, entriesOf, listOf, member, textOf } from './json-reader.ts';

/** The base URLs, variables replaced by their defaults; a URL that is only `/` says nothing. */
export function readServers(holder: JsonObject): ApiServer[] {
  return listOf(holder, 'servers')
    .map(readServer)
    .filter((server) => server.url !== '');
}

function readServer(server: JsonValue): ApiServer {
  const template = (textOf(server, 'url') ?? '').replace(/\/+$/, '');
  const variables = readVariables(server);
  const hasVariables = Object.keys(variables).length > 0;
  return compact({
    url: template.replace(/\{([^{}]+)\}/g, (whole, name: string) =>
      Object.hasOwn(variables, name) ? (variables[name]?.default ?? whole) : whole,
    ),
    template: hasVariables ? template : undefined,
    variables: hasVariables ? variables : undefined,
    description: textOf(server, 'description'),
  });
}

function readVariables(server: JsonValue): { [name: string]: ApiServerVariable } {
  return Object.fromEntries(
    entriesOf(server, 'variables').map(([name, variable]) => {
      const standard = member(variable, 'default');
      const choices = listOf(variable, 'enum').map(String);
      return [
        name,
        compact({
          default: standard === undefined ? undefined : String(standard),
          enum: choices.length === 0 ? undefined : choices,
        }),
      ];
    }),
  );
}
