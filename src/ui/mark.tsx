import type { JSX } from "preact";

/** Dots that come from afar and gather: x, y, radius. The last ones are the heart of the swarm. */
const sea: readonly (readonly [number, number, number])[] = [
  [5, 9, 1.3],
  [9.5, 4.5, 1.5],
  [4, 17, 1.6],
  [11, 11, 2],
  [9, 25, 1.8],
  [16.5, 6, 1.9],
  [12.5, 18.5, 2.6],
  [18, 28.5, 1.9],
  [29, 27, 1.9],
  [34, 19, 1.7],
  [17.5, 23.5, 2.5],
  [27.5, 22, 2.4],
];
const honey: readonly (readonly [number, number, number])[] = [
  [19, 13, 2.7],
  [25.5, 12, 2.3],
  [21.5, 18.5, 3.6],
  [28.5, 16.5, 2.2],
];

/** The mark of the service: a small swarm that gathers. */
export function Mark(): JSX.Element {
  return (
    <svg class="es-mark" viewBox="2 2 34 30" width="44" height="39" aria-hidden="true" focusable="false">
      <g class="es-mark-sea">
        {sea.map(([x, y, r]) => (
          <circle key={`${x}-${y}`} cx={x} cy={y} r={r} />
        ))}
      </g>
      <g class="es-mark-honey">
        {honey.map(([x, y, r]) => (
          <circle key={`${x}-${y}`} cx={x} cy={y} r={r} />
        ))}
      </g>
    </svg>
  );
}
