/** Parameters of a token request: those of the grant, in whose place the configuration's own go. */
export function parametersWith(
  own: Readonly<Record<string, string | readonly string[] | undefined>>,
  configured: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  return Object.entries({ ...own, ...configured }).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [name, one] as const),
  );
}

/** Scopes as a request asks for them; nothing where there are none. */
export function scopeParameter(scopes: readonly string[] | undefined): string | undefined {
  return scopes === undefined || scopes.length === 0 ? undefined : scopes.join(' ');
}
