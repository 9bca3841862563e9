/** How long what people typed to come is kept once it is over, in months; what they attended is then a number. */
export const RETENTION_MONTHS = 12;
