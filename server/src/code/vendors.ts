/** Who runs a hosted model, where the name of a class, a model or an address tells it. */
import { SIGNALS } from './signals.generated';

const vendors = Object.entries(SIGNALS.vendors);
const addresses = Object.entries(SIGNALS.addresses);

/** @param path dotted name of a class of a framework, e.g. `langchain_openai.ChatOpenAI` */
export function vendorIn(path: string): string | undefined {
  // The class says more than its package: `langchain_google_vertexai.model_garden.ChatAnthropicVertex`.
  const classes = /[A-Z][^.]*.*$/.exec(path)?.[0] ?? '';
  return firstIn(classes) ?? firstIn(path);
}

/** @param model as gateways write it, e.g. `anthropic/claude-…` or `openai:gpt-…`; plain names tell nothing */
export function vendorOfModel(model: string): string | undefined {
  const maker = /^([\w.-]+)[/:]/.exec(model)?.[1];
  return maker === undefined ? undefined : firstIn(maker);
}

/** @param address a client calls instead of its maker's; empty where it is not known */
export function addressed(address: string): string | undefined {
  return addresses.find(([part]) => address.includes(part))?.[1];
}

function firstIn(name: string): string | undefined {
  const letters = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return vendors.find(([part]) => letters.includes(part))?.[1];
}
