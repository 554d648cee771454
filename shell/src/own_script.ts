// Where the page's policy lets no text become code, the scripts that lie beside the page are the exception.

interface TrustedPolicy {
  createScriptURL(name: string): unknown;
}

interface TrustedPolicies {
  createPolicy(name: string, rules: { createScriptURL(name: string): string }): TrustedPolicy;
}

export const kServiceWorker = 'sw.js';

let policy: TrustedPolicy | undefined;

function checked(name: string): string {
  if (name !== kServiceWorker && name !== BUILD_READER) throw new TypeError(name);
  return name;
}

/** The address of a worker's script. */
export function own_script(name: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedPolicies };
  policy ??= trustedTypes?.createPolicy('own-scripts', { createScriptURL: checked });
  return (policy?.createScriptURL(name) ?? name) as string;
}
