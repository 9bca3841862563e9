/** What people send: told by its bytes, opened once, kept where the antivirus looks at it. */
export { acceptOf, LARGEST_FILE, typesInWords } from "./file-types.ts";
export { keepFile } from "./keep.ts";
export { drawAgain, PICTURE_TYPES } from "./picture.ts";
export { type Received, type ReceivedFile, receiveFile } from "./receive.ts";
