/** The year in which the programme for the actors of employment and training began to grow (PR-1): what others are compared with. */
export const referenceYear = 2019;
