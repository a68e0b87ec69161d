/**
 * Property tests draw the same cases at every run, so that a red build is about the change at hand. To look for new
 * counterexamples, run with another seed: `AIMS_SEED=$RANDOM npm run test:unit`.
 */
import fc from 'fast-check';

const DEFAULT_SEED = 42001;

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.AIMS_SEED ?? DEFAULT_SEED) });
