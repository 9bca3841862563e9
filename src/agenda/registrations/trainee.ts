import { jobFamilies } from "#policy/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { type FormFields, text } from "#src/platform/http/forms.ts";
import { departmentsOfFunder } from "#src/territory/index.ts";

export const SEXES = { woman: "Femme", man: "Homme", other: "Autre" } as const;
export type Sex = keyof typeof SEXES;

export const OPCO_PARTS = { no: "Non", part: "En partie", all: "En totalité" } as const;
export type OpcoPart = keyof typeof OPCO_PARTS;

/** What is asked of a trainee for figures alone, what the OPCO pays of the seat, and the manager's word. */
export interface Trainee {
  readonly jobFamily: string | null;
  readonly sex: Sex | null;
  readonly department: string | null;
  readonly opcoPays: OpcoPart;
  readonly managerAgreed: boolean | null;
}

/** Reads the boxes of the registration's form; what is not answered stays unknown. */
export function readTrainee(typed: FormFields): Trainee {
  const among = <K extends string>(name: string, options: Readonly<Record<K, string>>): K | null => {
    const value = text(typed, name);
    return Object.hasOwn(options, value) ? (value as K) : null;
  };
  const department = text(typed, "departement");
  const agreed = text(typed, "accord");
  return {
    jobFamily: among("metier", jobFamilies),
    sex: among("sexe", SEXES),
    department: departmentsOfFunder().some((one) => one.code === department) ? department : null,
    opcoPays: among("opco", OPCO_PARTS) ?? "no",
    managerAgreed: agreed === "" ? null : agreed === "oui",
  };
}

export async function saveTrainee(tx: Tx, registrationId: string, trainee: Trainee): Promise<void> {
  const columns = {
    job_family: trainee.jobFamily,
    sex: trainee.sex,
    department: trainee.department,
    opco_pays: trainee.opcoPays,
    manager_agreed: trainee.managerAgreed,
  };
  await tx
    .insertInto("trainee")
    .values({ registration_id: registrationId, ...columns })
    .onConflict((conflict) => conflict.column("registration_id").doUpdateSet(columns))
    .execute();
}
