import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerLogger, validate } from '@actions/languageservice';
import type { ActionMetadata, ActionReference } from '@actions/languageservice/action';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { OWN, ROOT } from './parse.ts';

/** The inputs of actions of others that our workflows use; of further ones only the form is looked at. */
const INPUTS_OF_OTHERS: Record<string, string> = {
  'actions/checkout':
    'repository ref token ssh-key ssh-known-hosts ssh-strict ssh-user persist-credentials path clean filter sparse-checkout sparse-checkout-cone-mode fetch-depth fetch-tags show-progress lfs submodules set-safe-directory github-server-url',
  'actions/upload-artifact':
    'name path if-no-files-found retention-days compression-level overwrite include-hidden-files',
};

// What goes wrong in the service itself it only logs, and finds nothing.
const troubles: string[] = [];
const ignore = () => {};
registerLogger({ error: (message) => troubles.push(message), warn: ignore, info: ignore, log: ignore });

/** What GitHub's language service finds in a workflow or an `action.yml`: `line 3: …`. */
export async function findings(path: string, text: string): Promise<string[]> {
  const document = TextDocument.create(path, 'yaml', 1, text);
  const diagnostics = await validate(document, {
    fileProvider: {
      async getFileContent(ref) {
        if ('owner' in ref && `${ref.owner}/${ref.repository}` !== OWN)
          throw new Error(`unknown: ${ref.owner}`);
        return { name: ref.path, content: readFileSync(join(ROOT, ref.path), 'utf8') };
      },
    },
    actionsMetadataProvider: { fetchActionMetadata: async (action) => metadataOf(action) },
  });
  const found = diagnostics.map(({ range, message }) => ({
    line: range.start.line + 1,
    message: typeof message === 'string' ? message : message.value,
  }));
  return [
    ...troubles.splice(0),
    ...found
      .filter(({ message }) => !isUnknownHere(message))
      .map(({ line, message }) => `line ${line}: ${message}`),
  ];
}

function metadataOf({ owner, name, path = '' }: ActionReference): ActionMetadata | undefined {
  if (`${owner}/${name}` === OWN) {
    const file = join(ROOT, path, 'action.yml');
    return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as ActionMetadata) : undefined;
  }
  const inputs = INPUTS_OF_OTHERS[`${owner}/${name}`]
    ?.split(' ')
    .map((input) => [input, { description: '' }]);
  return inputs && { name, description: '', inputs: Object.fromEntries(inputs) };
}

/** An action of others whose inputs nobody knows here. */
function isUnknownHere(message: string): boolean {
  const [, action] = /^Unable to resolve action `([^@`]+)@/.exec(message) ?? [];
  return action !== undefined && !action.startsWith(OWN);
}
