import type { JSX } from "preact";
import { encode } from "uqr";

/** A QR code as one path, black on white whatever the theme. */
export function QrCode(props: { readonly text: string; readonly label: string }): JSX.Element {
  const { size, path } = drawn(props.text);
  return (
    <svg class="es-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={props.label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** The same as a file, for paper. */
export function qrSvg(text: string): string {
  const { size, path } = drawn(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}" fill="#000"/></svg>`;
}

function drawn(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  return { size, path: data.map(rowPath).join("") };
}

/** One stroke for each run of dark squares: a third of the weight of one a square. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue;
    const from = x;
    while (row[x + 1] === true) x += 1;
    path += `M${from} ${y}h${x - from + 1}v1H${from}z`;
  }
  return path;
}
