/** The eleven operators of skills, by the key that is kept. */
export const opcos: Readonly<Record<string, string>> = {
  afdas: "AFDAS",
  akto: "AKTO",
  atlas: "Atlas",
  constructys: "Constructys",
  opcommerce: "L’Opcommerce",
  ocapiat: "OCAPIAT",
  "opco-2i": "OPCO 2i",
  "opco-ep": "OPCO EP",
  "opco-mobilites": "OPCO Mobilités",
  "opco-sante": "OPCO Santé",
  uniformation: "Uniformation",
};
