/** TR-8: the bound of the text that is not an amount; the rules and every sentence take it here. */
export const bounds = {
  time: "10\u00a0%",
  /** A person's time so many times over is compared with the whole of it: 10 × 160,7 h against 1 607 h. */
  timeInTenths: 10,
} as const;
