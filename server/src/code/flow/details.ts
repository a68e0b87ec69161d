/** What a call tells beside its kind: model or data set, revision, who runs a hosted model. */
import { addressed, vendorIn, vendorOfModel } from '../vendors';
import type { ArgumentName, CallLine, Convention } from '../signalTable';
import type { Revision, Signal } from '../types';
import { argument, mayHaveMore, type Argument, type Call } from './calls';
import type { LibraryValue, Named, Value } from './values';

export type Details = Pick<Signal, 'target' | 'revision' | 'provider'>;

/** @param path canonical dotted name of the call; empty where it has none */
export function detailsOf(meaning: CallLine | Convention, call: Call, path: string): Details {
  const given = meaning.target && firstGiven(call.args, meaning.target);
  const from = meaning.kind === 'ai-api-call' ? call.value : undefined;
  const target = given ? (textOf(given.value) ?? namedBy(given.value)?.target) : namedBy(from)?.target;
  const provider =
    providerOf(meaning, call, path, target) ?? namedBy(given?.value)?.provider ?? namedBy(from)?.provider;
  const revision = meaning.revision && revisionOf(call.args, meaning.revision);
  return {
    ...(target === undefined ? {} : { target }),
    ...(revision === undefined ? {} : { revision }),
    ...(provider === undefined ? {} : { provider }),
  };
}

/** The first of several arguments that a call is given. */
export function firstGiven(args: readonly Argument[], names: readonly ArgumentName[]): Argument | undefined {
  return names.map((name) => argument(args, name)).find((arg) => arg !== undefined);
}

/** A text, or the name of an opened file. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.is === 'text' || value?.is === 'file' ? value.text : undefined;
}

/** The hosted model an object stands for: one given as the model, or the one that is asked. */
function namedBy(value: Value | undefined): Named | undefined {
  return value?.is === 'library' ? value.named : undefined;
}

function providerOf(
  meaning: CallLine | Convention,
  call: Call,
  path: string,
  target: string | undefined,
): string | undefined {
  const endpoint = endpointOf(call);
  if (endpoint !== undefined) return addressed(endpoint);
  switch (meaning.providerFrom) {
    case 'name':
      return vendorIn(path);
    case 'target':
      return target === undefined ? undefined : vendorOfModel(target);
    default:
      return meaning.provider;
  }
}

/** Arguments by which a call itself says what address it goes to. */
const ADDRESSES = ['base_url', 'api_base', 'openai_api_base', 'baseURL', 'baseUrl', 'openAIApiBase'];

function endpointOf({ value, args }: Call): LibraryValue['endpoint'] {
  const given = firstGiven(args, ADDRESSES);
  if (given && !/^(?:None|null|undefined)$/.test(given.written))
    return given.value?.is === 'text' ? given.value.text : '';
  return value?.is === 'library' ? value.endpoint : undefined;
}

function revisionOf(args: readonly Argument[], names: readonly ArgumentName[]): Revision {
  const given = firstGiven(args, names);
  if (!given) return { is: mayHaveMore(args) ? 'unknown' : 'newest' };
  const { value, written } = given;
  if (value?.is === 'text') return { is: 'named', name: value.text };
  return { is: /^(?:None|null|undefined)$/.test(written) ? 'newest' : 'unknown' };
}
