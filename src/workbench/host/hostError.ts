/** The errors that Excel's host gives back, by their codes. office.js makes an `OfficeExtension.Error` of them. */

const statusOf: Readonly<Record<string, number>> = {
  ItemNotFound: 404,
  ApiNotFound: 404,
  AccessDenied: 403,
  RequestPayloadSizeLimitExceeded: 413,
  ResponsePayloadSizeLimitExceeded: 413,
  GeneralException: 500,
};

/** Excel's own English texts: add-ins must not show them, tests must not compare them. */
const texts: Readonly<Record<string, string>> = {
  ItemNotFound: "The requested resource doesn't exist.",
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidObjectPath: 'The object path is not valid for this operation.',
  InvalidOperation: 'This operation is not permitted for the current object.',
  InvalidOperationInCellEditMode: 'Excel is in cell-editing mode. Please exit the edit mode and then try again.',
  AccessDenied: "You don't have permission to do this.",
  ItemAlreadyExists: 'A resource with the same name or identifier already exists.',
  InsertDeleteConflict: 'The insert or delete operation resulted in a conflict.',
  RequestPayloadSizeLimitExceeded: 'The request payload size has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
  GeneralException: 'There was an internal error while processing the request.',
};

export class HostError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message ?? texts[code] ?? code);
    this.name = 'HostError';
  }

  get status(): number {
    return statusOf[this.code] ?? 400;
  }
}

/** A member that the workbench's host does not know. Loud on purpose: an add-in must not seem to work because a call was ignored. */
export const notImplemented = (member: string): HostError => new HostError('ApiNotFound', `host: not implemented: ${member}`);
