export const law: Readonly<Record<string, { readonly lines: string; readonly applied?: readonly string[] }>> = {};
