/**
 * What is answered for AIMS files alone. Registered for YAML where the client can do that, so that it asks nobody in vain
 * about code; announced for every file otherwise.
 */
import {
  CodeLensRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  InlayHintRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRegistrationType,
  type ClientCapabilities,
  type DocumentFilter,
  type Registration,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/tokens';

interface FileFeature {
  readonly method: string;
  readonly provider: keyof ServerCapabilities;
  readonly client: keyof NonNullable<ClientCapabilities['textDocument']>;
  readonly options: object;
  /** Where it is registered; default: YAML. */
  readonly files?: readonly DocumentFilter[];
}

/** By our names alone: with two formatters for every YAML file, an editor asks which of them is to format it. */
const OURS: readonly DocumentFilter[] = [
  { language: 'yaml', pattern: '**/{aims,*.aims,impact-assessment,*.impact}.{yaml,yml}' },
];

const FEATURES: readonly FileFeature[] = [
  {
    method: DocumentSymbolRequest.method,
    provider: 'documentSymbolProvider',
    client: 'documentSymbol',
    options: { label: 'AIMS' },
  },
  {
    method: DocumentHighlightRequest.method,
    provider: 'documentHighlightProvider',
    client: 'documentHighlight',
    options: {},
  },
  {
    method: DocumentLinkRequest.method,
    provider: 'documentLinkProvider',
    client: 'documentLink',
    options: { resolveProvider: true },
  },
  {
    method: CodeLensRequest.method,
    provider: 'codeLensProvider',
    client: 'codeLens',
    options: {},
  },
  {
    method: FoldingRangeRequest.method,
    provider: 'foldingRangeProvider',
    client: 'foldingRange',
    options: {},
  },
  {
    method: SelectionRangeRequest.method,
    provider: 'selectionRangeProvider',
    client: 'selectionRange',
    options: {},
  },
  {
    method: SemanticTokensRegistrationType.method,
    provider: 'semanticTokensProvider',
    client: 'semanticTokens',
    options: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: { delta: true },
      range: true,
    },
  },
  { method: InlayHintRequest.method, provider: 'inlayHintProvider', client: 'inlayHint', options: {} },
  {
    method: RenameRequest.method,
    provider: 'renameProvider',
    client: 'rename',
    options: { prepareProvider: true },
  },
  {
    method: DocumentFormattingRequest.method,
    provider: 'documentFormattingProvider',
    client: 'formatting',
    options: {},
    files: OURS,
  },
  {
    method: DocumentRangeFormattingRequest.method,
    provider: 'documentRangeFormattingProvider',
    client: 'rangeFormatting',
    options: {},
    files: OURS,
  },
  {
    method: DocumentOnTypeFormattingRequest.method,
    provider: 'documentOnTypeFormattingProvider',
    client: 'onTypeFormatting',
    options: { firstTriggerCharacter: '\n' },
    files: OURS,
  },
];

/** Methods the client takes registrations for while it runs. */
export function registeredLater({ textDocument }: ClientCapabilities): ReadonlySet<string> {
  const takes = (feature: FileFeature): boolean => {
    const said: unknown = textDocument?.[feature.client];
    return (
      typeof said === 'object' &&
      said !== null &&
      'dynamicRegistration' in said &&
      said.dynamicRegistration === true
    );
  };
  return new Set(FEATURES.filter(takes).map(({ method }) => method));
}

/** What has to be said at once. */
export const fileCapabilities = (later: ReadonlySet<string>): ServerCapabilities =>
  Object.fromEntries(
    FEATURES.flatMap(({ method, provider, options }) => (later.has(method) ? [] : [[provider, options]])),
  );

/** What is said once the client is ready. */
export const fileRegistrations = (later: ReadonlySet<string>): Registration[] =>
  FEATURES.flatMap(({ method, options, files = [{ language: 'yaml' }] }) =>
    later.has(method)
      ? [
          {
            id: `aims-${method}`,
            method,
            registerOptions: { ...options, documentSelector: files },
          },
        ]
      : [],
  );
