/** `MLmodel`: what MLflow writes beside a model it saved. */
import { cleanText } from './clean';
import type { Said, SourceFile } from './types';
import { readYaml } from './yaml-source';

export interface MlModelFacts {
  /** The folder MLflow saved to, from the card; empty for the card's own. */
  readonly folder: string;
  readonly at: string;
  /** The name it was logged under. */
  readonly logged: Said | undefined;
  readonly uuid: Said | undefined;
  /** The model file. */
  readonly artifact: Said | undefined;
  /** Name and version of what the model was made with. */
  readonly tools: readonly (Said & { readonly version: string })[];
}

/** Which library a flavor is saved by, where the names differ. */
const LIBRARIES: Readonly<Record<string, string>> = { sklearn: 'scikit-learn', pytorch: 'torch' };

/** @returns undefined where the file is no MLflow model */
export function readMlModel(file: SourceFile): MlModelFacts | undefined {
  const source = readYaml(file);
  const flavors = source.keys('flavors');
  if (flavors.length === 0) return undefined;
  const folder = file.path.slice(0, Math.max(file.path.lastIndexOf('/'), 0));
  const [artifact] = flavors.flatMap((flavor) =>
    ['pickled_model', 'model_path', 'data', 'model_data'].flatMap(
      (key) => source.said('flavors', flavor, key) ?? [],
    ),
  );
  const mlflow = source.said('mlflow_version');
  return {
    folder,
    at: source.at('flavors'),
    logged: source.said('artifact_path') ?? source.said('name'),
    uuid: source.said('model_uuid') ?? source.said('model_id'),
    artifact:
      artifact && isInside(artifact.value)
        ? { ...artifact, value: [folder, artifact.value].filter((part) => part !== '').join('/') }
        : undefined,
    tools: [
      ...flavors.flatMap((flavor) => {
        const name = cleanText(flavor);
        const version = source.said('flavors', flavor, `${flavor}_version`);
        if (name === undefined || name === 'python_function' || !version) return [];
        const library = Object.hasOwn(LIBRARIES, name) ? LIBRARIES[name] : undefined;
        return [{ value: library ?? name, version: version.value, at: version.at }];
      }),
      ...(mlflow ? [{ value: 'mlflow', version: mlflow.value, at: mlflow.at }] : []),
    ],
  };
}

/** Below the folder: nobody follows a path out of it. */
const isInside = (path: string): boolean => !/^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|:/.test(path);
