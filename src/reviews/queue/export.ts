/** Cents as euros with a decimal comma, which French spreadsheets read as a number: « 9100,00 ». */
export function amountCell(cents: number | null): string {
  if (cents === null) return "";
  const sign = cents < 0 ? "-" : "";
  const absolute = Math.abs(cents);
  return `${sign}${Math.floor(absolute / 100)},${String(absolute % 100).padStart(2, "0")}`;
}

/** Marks the file as UTF-8 for spreadsheets, which read it as Latin otherwise. */
export const BOM = "\ufeff";
