import type { JSX } from "preact";
import { Icon, plural } from "#src/ui/index.ts";
import { criterionId } from "../checks/point.ts";
import { isPaper } from "../completion/completion.ts";
import { concludedEligibility } from "../instruction/instruction.ts";
import type { ReviewedView } from "./file-view.tsx";

/** What stands in the way of a favourable end: each line leads to the place where it is settled. */
export function Waiting(props: { readonly view: ReviewedView }): JSX.Element | null {
  const lines = linesOf(props.view);
  if (lines.length === 0) return null;
  return (
    <ul class="es-waiting">
      {lines.map((line) => (
        <li key={line.label} data-color={line.tone}>
          <Icon name={line.tone === "danger" ? "cross" : "warning"} />
          <div>
            <strong>{line.label}</strong>
            {line.links.length > 0 && (
              <>
                {" : "}
                {line.links.map((link, at) => (
                  <span key={link.href}>
                    {at > 0 && ", "}
                    <a href={link.href}>{link.label}</a>
                  </span>
                ))}
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

interface Line {
  readonly label: string;
  readonly tone: "warning" | "danger";
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

function linesOf(view: ReviewedView): readonly Line[] {
  const { checks, ceiling } = view.instruction;
  const lines: Line[] = [];
  const unmet = checks.filter((check) => check.status === "not-met");
  if (concludedEligibility(checks) === "not-eligible") {
    lines.push({
      label: plural(unmet.length, "condition non remplie", "conditions non remplies"),
      tone: "danger",
      links: unmet.map((check) => ({
        href: `#${criterionId(check.result.id, check.about)}`,
        label: `${check.result.id}, ${check.result.title}`,
      })),
    });
  }
  if (ceiling === 0) {
    const links = [{ href: "#budget", label: "voir le calcul" }];
    lines.push({ label: "rien à financer", tone: "danger", links });
  }
  const missing = view.asked.filter((one) => one.isMissing && isPaper(one.path));
  if (missing.length > 0) {
    const links = [{ href: "#pieces", label: missing.map((one) => one.label).join(", ") }];
    lines.push({ label: plural(missing.length, "pièce absente", "pièces absentes"), tone: "warning", links });
  }
  return lines;
}
