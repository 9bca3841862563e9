import { type Commune, communeByCode, settleCommune } from "#src/territory/index.ts";
import type { CommuneChoice, CommuneDirectory } from "../communes.ts";

/** The communes of today, as the simulator's box shows them. */
export const communeDirectory: CommuneDirectory = {
  settle: (code, box) => {
    const settled = settleCommune(code, box);
    return { code: settled.code, found: settled.found.map(choice) };
  },
  byCode: (code) => {
    const commune = communeByCode(code);
    return commune === null ? null : choice(commune);
  },
};

function choice({ code, name, postcodes, department, departmentName }: Commune): CommuneChoice {
  return { code, name, postcodes, department: departmentName ?? department };
}
