/** Paths that files write, as paths from the folder of the card. */

/** Endings of files that hold a model. */
const MODEL_FILE =
  /\.(?:joblib|pkl|pickle|pt|pth|ckpt|bin|onnx|h5|hdf5|keras|safetensors|gguf|ggml|cbm|ubj|pb|tflite|mlmodel|mar|nemo)$/i;
const DATA_FILE =
  /\.(?:csv|tsv|parquet|feather|arrow|jsonl|ndjson|json|xml|xlsx|txt|npy|npz|zip|tar|gz|tgz|db|sqlite)$/i;

export const isModelFile = (path: string): boolean => MODEL_FILE.test(path);

/** A file that code or a pipeline may mean by a path. */
export const isNamedByPath = (path: string): boolean =>
  isModelFile(path) || DATA_FILE.test(path) || /\.(?:py|ipynb|js|mjs|cjs|ts)$/i.test(path);

/** A file of data, or a folder that is called so. */
export const isDataPath = (path: string): boolean =>
  !isModelFile(path) && (DATA_FILE.test(path) || /(?:^|\/)(?:data|datasets?)(?:\/|$)/i.test(path));

export const isUrl = (target: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(target);

/**
 * The path from the folder of the card.
 * @param folder the path is written from there; empty: from the card's own
 * @returns undefined where it leads out of the folder, or nobody knows where
 */
export function pathBelow(folder: string, path: string): string | undefined {
  if (isUrl(path) || /^[/~\\]|^[a-z]:|[*?<>|#]|::/i.test(path)) return undefined;
  const parts: string[] = folder === '' ? [] : folder.split('/');
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? undefined : parts.join('/');
}

/** Last part of a path or of a name on a hub. */
export const lastPart = (path: string): string => path.replace(/\/+$/, '').split('/').at(-1) ?? '';

/** `models/scorer.joblib` -> `scorer` */
export const stemOf = (path: string): string => {
  const name = lastPart(path);
  return isModelFile(name) || DATA_FILE.test(name) ? name.replace(/\.[^.]+$/, '') : name;
};
