// What shell/installable.mjs puts into the worker at build time.

/** Of the page that this worker keeps. */
declare const BUILD_VERSION: string;
declare const BUILD_PARTS: import('./parts').Parts;
