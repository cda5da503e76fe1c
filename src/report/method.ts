/** A method that a result used. */
export interface Method {
  readonly name: string;
  readonly text: string;
  readonly reference?: string;
}
