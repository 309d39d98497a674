import type { GeneratedFile } from '../generated-file.ts';
import { findCredential } from '../plan/find-credential.ts';
import type { ResourcePlan } from '../plan/plan-resources.ts';
import type { SdkPlan } from '../plan/plan-sdk.ts';
import { code, docComment, prose, sentence } from '../text/doc-comment.ts';
import { spokenName } from '../text/identifier.ts';
import { RATE_LIMIT } from '../text/reserved-names.ts';
import { envOf } from './emit-profile.ts';

const PLAIN_RATE_LIMIT = `${docComment({ summary: 'What the client knows of its rate limit.' })}readonly rateLimit: RateLimitResource;`;

/** `client.ts`: the client class, one member per resource. */
export function emitClient(plan: SdkPlan): GeneratedFile[] {
  const { clientName, resources } = plan;
  const imports = resources.map(
    ({ className, fileName }) => `import { ${className} } from './resources/${fileName}.ts';`,
  );
  const own = resources.some(({ propertyName }) => propertyName === RATE_LIMIT);
  const members = resources.map(memberOf);
  const inits = resources.map(
    ({ propertyName, className }) => `this.${propertyName} = new ${className}(this.caller);`,
  );
  if (!own) {
    members.push(PLAIN_RATE_LIMIT);
    inits.push('this.rateLimit = new RateLimitResource(this.caller);');
  }
  const content = `import { Client, type ClientOptions, type ConfigurationError${own ? '' : ', RateLimitResource'} } from '@product/client-runtime';
import { operations } from './operations.ts';
import { profile } from './profile.ts';
${imports.join('\n')}
import type { paths } from './schema.ts';

${docComment({ summary: `What a {@link ${clientName}} can be told; everything has a default.` })}export interface ${clientName}Options extends ClientOptions {}

${docComment(describeClient(plan))}export class ${clientName} extends Client<paths> {
${members.join('\n')}

  /**
   * Makes a client; nothing is sent yet.
   *
   * @param options - Key, address, retries, limits; see {@link ${clientName}Options}.
   * @throws A {@link ConfigurationError} if an option cannot be used; nothing is sent.
   */
  constructor(options: ${clientName}Options = {}) {
    super({ profile, operations }, options);
${inits.join('\n')}
  }
}
`;
  return [{ path: 'client.ts', content }];
}

function memberOf({ resource, propertyName, className }: ResourcePlan): string {
  const [first = ''] = prose(resource.description ?? '').split(/\n\s*\n/);
  const summary = sentence(first) || `The resource ${spokenName(resource.name)}.`;
  return `${docComment({ summary })}readonly ${propertyName}: ${className};`;
}

function describeClient(plan: SdkPlan): { summary: string; remarks: string[]; tags: string[] } {
  const { info } = plan.model;
  const env = envOf(plan);
  const { told } = findCredential(plan.model, plan.document);
  return {
    summary: `The client of the ${sentence(`${info.title} ${info.version}`)}`,
    remarks: [
      `Reads ${code(env.apiKey)} and ${code(env.baseUrl)} from the environment when they are not given.`,
      `The API key is ${told}.`,
    ],
    tags: [`@example\n\`\`\`ts\nconst client = new ${plan.clientName}();\n\`\`\``],
  };
}
