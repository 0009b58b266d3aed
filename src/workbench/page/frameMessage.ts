/** The https origin that office.js in the frame believes its host to have. */
export const paneOrigin = 'https://localhost';

/** Marks our messages between the workbench and the frame among all others on the window. */
export const frameMessage = 'office';

export interface FrameMessage {
  readonly rubric: typeof frameMessage;
  /** One message of office.js's protocol, as JSON text. */
  readonly text: string;
}
