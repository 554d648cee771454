// What shell/build.mjs puts into the page at build time.

/** Version of the program, with the build's hash. */
declare const BUILD_VERSION: string;
/** True in the one-file page, where nothing can be fetched. */
declare const BUILD_SINGLE_FILE: boolean;
/** Name beside the page of the module; empty in the one-file page. */
declare const BUILD_MODULE: string;
/** The same of the worker that reads the kept ledger. */
declare const BUILD_READER: string;
/** The same of the sample county's ledger. */
declare const BUILD_DEMO: string;
/** The day the sample county is looked at. */
declare const BUILD_DEMO_DAY: string;

/** The same of the script for browsers that cannot draw Chinese text, and of what it fetches. */
declare const BUILD_FALLBACK: string;
declare const BUILD_FONT: string;
declare const BUILD_OUTLINE: string;

/** The module's own JavaScript, written by the compiler. */
declare module 'zelian-module' {
  import type { ModuleOptions, ModuleExports } from './module_types';
  const create_module: (options: ModuleOptions) => Promise<ModuleExports>;
  export default create_module;
}
