/** Which paths of a file lead to what a build makes or what lies elsewhere, rather than to files kept beside it. */
import type { Route } from '../syntax/types';

/** Made by a build and often not kept beside the card; rules about models look after them. */
const BUILT = new Set(['artifact', 'source']);

/** The data of a dataset. */
const isData = (route: Route): boolean => route.at(-1) === 'file' && route.at(-3) === 'datasets';

/**
 * Does a path claim besides that its file is kept beside the card?
 *
 * @param route of the path
 */
export const isKept = (route: Route): boolean => !BUILT.has(String(route.at(-1))) && !isData(route);
