export const waysOut: Readonly<Record<string, readonly string[]>> = {};
