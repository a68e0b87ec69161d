/** What the client can do, read once from what it says at the start. */
import { MarkupKind, type InitializeParams } from 'vscode-languageserver';
import { DRAFT_CARD, REVEAL_PLACE, SAVE_RECORD, TRIGGER_SUGGEST } from '../protocol';
import { registeredLater } from './file-features';

export interface ClientFeatures {
  /** Asks for diagnostics itself. Then nothing is ever pushed: the two collections would add up. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  /** Shows a few words beside each row of completion, not only of the one that is selected. */
  readonly labelDetails: boolean;
  readonly snippets: boolean;
  readonly codeActionLiterals: boolean;
  /** Shows actions that cannot be taken, with the reason. */
  readonly disabledActions: boolean;
  /** Asks for the edit of an action only when it is chosen. */
  readonly resolvesActions: boolean;
  readonly documentChanges: boolean;
  readonly createsFiles: boolean;
  /** Shows what an edit would change, and writes it only when somebody agrees. */
  readonly confirmsChanges: boolean;
  readonly configuration: boolean;
  /** What it sent at the start, settings among it: they count where it has nothing to say when it is asked. */
  readonly options: unknown;
  readonly watchesFiles: boolean;
  readonly relativePatterns: boolean;
  readonly registersConfiguration: boolean;
  /** Methods of features of files that it takes registrations for while it runs. */
  readonly registeredLater: ReadonlySet<string>;
  /** Shows an outline as a tree. */
  readonly nestsSymbols: boolean;
  /** How many folding ranges it shows. */
  readonly mostFolds: number;
  readonly linkTooltips: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  /** Runs the command `aims.revealPlace`: its own, or the server’s, where it shows documents when it is asked to. */
  readonly revealsPlaces: boolean;
  /** Has no such command of its own, and shows documents. */
  readonly showsDocuments: boolean;
  /** Shows a drafted card in an editor that is not saved yet, by the command `aims.draftCard`. */
  readonly draftsCards: boolean;
  /** Goes to cells of notebooks that are not open. */
  readonly goesToCells: boolean;
  /** Another server tells the user what is no YAML, in files that are open. */
  readonly reportsYaml: boolean;
  /** Has the command `aims.saveRecord`. */
  readonly savesRecords: boolean;
  /** Offers what fits next, by the command `editor.action.triggerSuggest`, when a row of completion is taken. */
  readonly suggestsNext: boolean;
  /** Shows that the server is at work. */
  readonly showsProgress: boolean;
}

const includes = (list: readonly string[] | undefined, word: string): boolean =>
  list?.includes(word) ?? false;

/** The `commands` of `ClientOptions`; any editor writes these, so nothing about them is sure. */
function commandsIn(options: unknown): readonly unknown[] {
  if (typeof options !== 'object' || options === null || !('commands' in options)) return [];
  return Array.isArray(options.commands) ? options.commands : [];
}

/** The `cells` of `ClientOptions`: nothing but `true` counts. */
const goesToCells = (options: unknown): boolean =>
  typeof options === 'object' && options !== null && 'cells' in options && options.cells === true;

/** The `yaml` of `ClientOptions`: nothing but `true` counts. */
const reportsYaml = (options: unknown): boolean =>
  typeof options === 'object' && options !== null && 'yaml' in options && options.yaml === true;

/** The `trusted` of `ClientOptions`: nothing but `true` counts. */
export const isTrusted = (options: unknown): boolean =>
  typeof options === 'object' && options !== null && 'trusted' in options && options.trusted === true;

/** The `files` of `ClientOptions`: nothing but `true` counts. */
export const servesFiles = (options: unknown): boolean =>
  typeof options === 'object' && options !== null && 'files' in options && options.files === true;

/** What is not said counts as not supported. */
export function clientFeatures({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const { textDocument, workspace } = capabilities;
  const edit = workspace?.workspaceEdit;
  const item = textDocument?.completion?.completionItem;
  const action = textDocument?.codeAction;
  const commands = commandsIn(initializationOptions);
  const isRevealing = commands.includes(REVEAL_PLACE);
  const showsDocuments = !isRevealing && capabilities.window?.showDocument?.support === true;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      (textDocument?.diagnostic?.relatedInformation ??
        textDocument?.publishDiagnostics?.relatedInformation) === true,
    markdownHover: includes(textDocument?.hover?.contentFormat, MarkupKind.Markdown),
    markdownCompletion: includes(item?.documentationFormat, MarkupKind.Markdown),
    labelDetails: item?.labelDetailsSupport === true,
    snippets: item?.snippetSupport === true,
    codeActionLiterals: action?.codeActionLiteralSupport !== undefined,
    disabledActions: action?.disabledSupport === true,
    resolvesActions: action?.dataSupport === true && includes(action.resolveSupport?.properties, 'edit'),
    documentChanges: edit?.documentChanges === true,
    createsFiles: edit?.documentChanges === true && includes(edit.resourceOperations, 'create'),
    confirmsChanges: edit?.documentChanges === true && edit.changeAnnotationSupport !== undefined,
    configuration: workspace?.configuration === true,
    options: initializationOptions,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registeredLater: registeredLater(capabilities),
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    mostFolds: textDocument?.foldingRange?.rangeLimit ?? Infinity,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    revealsPlaces: isRevealing || showsDocuments,
    showsDocuments,
    goesToCells: goesToCells(initializationOptions),
    reportsYaml: reportsYaml(initializationOptions),
    draftsCards: commands.includes(DRAFT_CARD),
    savesRecords: commands.includes(SAVE_RECORD),
    suggestsNext: commands.includes(TRIGGER_SUGGEST),
    showsProgress: capabilities.window?.workDoneProgress === true,
  };
}
