import type { JSX } from "preact";
import { encode } from "uqr";

/** A QR code as one path, black on white whatever the theme. */
export function QrCode(props: { readonly text: string; readonly label: string }): JSX.Element {
  const { data, size } = encode(props.text, { ecc: "M", border: 2 });
  const path = data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")).join("")).join("");
  return (
    <svg class="es-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={props.label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
