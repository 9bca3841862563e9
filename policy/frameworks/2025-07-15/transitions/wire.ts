import { decimalSchema, type WireSchema } from "../../../engine/grants/wire.ts";

/** What 2.c adds to the answers of the API: the European share, by the code of its source. */
export const wireSchema: WireSchema = {
  properties: {
    funding: {
      properties: {
        esf: {
          ...decimalSchema,
          description: "Part de l’Union européenne, pour un dispositif qui en a une. Null quand rien ne peut être dit.",
        },
      },
    },
  },
};
