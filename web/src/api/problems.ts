/** What went wrong, as the API says it (RFC 9457) or as the network did. */

export interface FieldError {
  field: string;
  message: string;
  code: string;
}

export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly requestId: string | null;
  readonly errors: FieldError[];
  readonly extra: Record<string, unknown>;

  constructor(status: number, body: Record<string, unknown>) {
    const title = typeof body.title === "string" ? body.title : "";
    super(typeof body.detail === "string" ? body.detail : title);
    this.name = "ApiProblem";
    this.status = status;
    this.title = title;
    this.code = typeof body.code === "string" ? body.code : status >= 500 ? "internal_error" : "http_error";
    this.requestId = typeof body.request_id === "string" ? body.request_id : null;
    this.errors = Array.isArray(body.errors) ? (body.errors as FieldError[]) : [];
    this.extra = body;
  }

  /** Trying the very same again may help. */
  get isPassing(): boolean {
    return this.status >= 500 || this.status === 429 || this.status === 408;
  }
}

/** Nobody answered: no network, or the platform is down. */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super("unreachable", { cause });
    this.name = "Unreachable";
  }
}

export function isPassing(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof ApiProblem && error.isPassing);
}

export function hasCode(error: unknown, ...codes: string[]): error is ApiProblem {
  return error instanceof ApiProblem && codes.includes(error.code);
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  let body: unknown = null;
  try {
    body = await response.json();
  } catch {
    // not a problem document: the status has to say it all
  }
  return new ApiProblem(response.status, body && typeof body === "object" ? (body as Record<string, unknown>) : {});
}
