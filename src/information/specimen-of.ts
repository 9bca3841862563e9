import type { OpenScheme } from "#policy/index.ts";
import type { Config } from "#src/platform/config.ts";
import type { PrintedSpecimen } from "./letters/paper-specimen.ts";

/** The specimen of a paper of a scheme, ready to print; null where the scheme asks no such paper or has no specimen of it. */
export function specimenOf(
  { funder }: Pick<Config, "funder">,
  scheme: OpenScheme,
  paper: string,
  today: string,
): PrintedSpecimen | null {
  const document = scheme.documents.find((one) => one.id === paper);
  if (document?.specimen === undefined) return null;
  const { name, service, address, phone, email } = funder;
  return {
    ...document.specimen,
    label: document.label,
    letterhead: {
      issuer: { name, address: [address] },
      office: { name: service, address: [address], phone, email },
      references: [{ label: "Dispositif", value: scheme.name }],
      issuedOn: today,
    },
  };
}
