import type { JSX } from "preact";
import { writtenOnce } from "./written.ts";

/** 24 × 24, drawn with a line of 2; the colour is the text's. */
const shapes = {
  "arrow-left": "M20 12H5m6-7-7 7 7 7",
  "arrow-right": "M4 12h15m-6-7 7 7-7 7",
  bell: "M6 16V11a6 6 0 0 1 12 0v5l2 2H4zm4 5h4",
  building: "M5 21V4h9v17m0-11h5v11M3 21h18M8 8h3m-3 4h3m-3 4h3",
  calendar: "M4 6h16v15H4zm0 5h16M8 3v5m8-5v5",
  check: "m5 13 4.5 4.5L19 7",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18m0 4v5l3.5 2",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  cross: "M6 6l12 12M18 6 6 18",
  "chevron-down": "m6 9 6 6 6-6",
  download: "M12 4v11m-5-4.5 5 5 5-5M5 20h14",
  euro: "M18 6.5A7 7 0 1 0 18 17.5M4 10.5h9M4 13.5h8",
  external: "M14 4h6v6m0-6-9 9M18 14v6H4V6h6",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6",
  file: "M6 3h8l5 5v13H6zm8 0v5h5M9 13h7m-7 4h7",
  flag: "M5 21V4h12l-2 4.5 2 4.5H5",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18m0 8v6m0-9.5v.01",
  lock: "M6 11h12v10H6zm2.5 0V7.5a3.5 3.5 0 0 1 7 0V11",
  menu: "M4 7h16M4 12h16M4 17h16",
  message: "M4 5h16v12h-9l-4 4v-4H4z",
  minus: "M5 12h14",
  pause: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18m-2.5 6v6m5-6v6",
  pen: "M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4",
  plus: "M12 5v14M5 12h14",
  print: "M7 9V3h10v6M7 18H4V9h16v9h-3M7 14h10v7H7z",
  question: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18m-2.5 7a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8m0 3v.01",
  scale: "M12 4v16m-5 0h10M5 7h14M5 7l-3 7h6zm14 0-3 7h6z",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13m5 11.5L21 21",
  send: "M4 12 20 4l-5 16-4-7z",
  shield: "M12 3l8 3v6c0 4.5-3.5 7.7-8 9-4.5-1.3-8-4.5-8-9V6zm-3.5 9 2.5 2.5 4.5-5",
  signature: "M3 20h18M4 15c3-2 6-9 8-9s-3 9-1 9 2-4 4-4-.5 4 5 3",
  star: "m12 3.5 2.7 5.6 6.1.8-4.5 4.2 1.1 6.1L12 17.3 6.6 20.2l1.1-6.1L3.2 9.9l6.1-.8z",
  stop: "M8 3h8l5 5v8l-5 5H8l-5-5V8zm4 4.5V13m0 3.5v.01",
  trash: "M5 7h14M9 7V4h6v3M7 7l1 14h8l1-14m-7 4v6m4-6v6",
  unmet: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12h8",
  undo: "M4 9h10a6 6 0 0 1 0 12H8M8 5 4 9l4 4",
  upload: "M12 16V5m-5 4.5 5-5 5 5M5 20h14",
  user: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 21c.5-4 3.5-6 8-6s7.5 2 8 6",
  warning: "M12 4 2.5 20h19zm0 6v5m0 2.5v.01",
} as const;

export type IconName = keyof typeof shapes;
export const iconNames = Object.keys(shapes) as readonly IconName[];

/** Decoration beside a word, hidden from assistive technologies: the word says it. How lines are drawn is in the style sheet. */
export const Icon = writtenOnce(function Icon(props: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="es-icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d={shapes[props.name]} />
    </svg>
  );
});
