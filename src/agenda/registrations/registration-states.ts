import type { StateLook } from "#src/ui/index.ts";
import type { RegistrationState } from "./registration.ts";

export const registrationStates: Readonly<Record<RegistrationState, StateLook>> = {
  unconfirmed: { tone: "neutral", icon: "question", label: "À confirmer" },
  registered: { tone: "success", icon: "check", label: "Inscrit" },
  waiting: { tone: "honey", icon: "clock", label: "En attente" },
  offered: { tone: "info", icon: "bell", label: "Place proposée" },
  cancelled: { tone: "neutral", icon: "cross", label: "Annulé" },
};
