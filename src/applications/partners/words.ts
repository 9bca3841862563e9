import type { PartState } from "#src/life/index.ts";
import type { StateLook } from "#src/ui/index.ts";

/** How a part of a project looks to those who take part in it. */
export function partLook(state: PartState): StateLook {
  switch (state) {
    case "lead":
      return { tone: "info", icon: "flag", label: "Chef de file" };
    case "unasked":
      return { tone: "warning", icon: "warning", label: "Pas encore invitée" };
    case "invited":
      return { tone: "neutral", icon: "clock", label: "Invitée, sans réponse" };
    case "expired":
      return { tone: "warning", icon: "warning", label: "Invitation passée" };
    case "writing":
      return { tone: "info", icon: "pen", label: "Écrit sa partie" };
    case "confirmed":
      return { tone: "success", icon: "check", label: "Partie confirmée" };
    case "changed":
      return { tone: "warning", icon: "warning", label: "Changée depuis, à reconfirmer" };
  }
}
